import type { AuditEntry } from '@/api/account-schemas'
import { lookUp } from '@/lib/look-up'

/** Object of an action; `none` for actions without one. */
export type AuditSubject = 'plant' | 'account' | 'none'

interface AuditWords {
  label: string
  subject: AuditSubject
}

const ofPlant = (label: string): AuditWords => ({ label, subject: 'plant' })
const ofAccount = (label: string): AuditWords => ({ label, subject: 'account' })
const alone = (label: string): AuditWords => ({ label, subject: 'none' })

/** Actions in words: the operations of the API by their `operationId`, those for accounts, and signing in. */
const auditWords: Record<string, AuditWords> = {
  listPlants: alone('Read the list of plants'),
  createPlant: ofPlant('Created a plant'),
  getCertificateStats: alone('Read the certificate figures'),
  getPlant: ofPlant('Read a plant'),
  updatePlant: ofPlant('Changed a plant'),
  deletePlant: ofPlant('Deleted a plant'),
  getEnergyToday: ofPlant('Read a plant’s energy'),
  issueMqttToken: ofPlant('Issued an MQTT token'),
  provisionPlant: ofPlant('Provisioned a plant'),
  downloadProvisioningPackage: ofPlant('Downloaded a provisioning package'),
  reactivatePlant: ofPlant('Reactivated a plant'),
  suspendPlant: ofPlant('Suspended a plant'),
  revokePlant: ofPlant('Revoked a plant'),
  rotateSecret: ofPlant('Rotated a plant’s secret'),
  listCommands: ofPlant('Read a plant’s commands'),
  sendCommand: ofPlant('Sent a command'),
  listAccounts: alone('Read the accounts'),
  createAccount: ofAccount('Created an account'),
  getAccount: ofAccount('Read an account'),
  updateAccount: ofAccount('Changed an account'),
  generateApiCredentials: ofAccount('Generated API credentials'),
  listAuditEntries: alone('Read the audit log'),
  signIn: alone('Signed in'),
  signInRefused: alone('Sign-in refused'),
}

/** Changes of one value that have a name of their own. */
const singleChanges: Record<string, string> = {
  'updateAccount role': 'Changed a role',
  'updateAccount state ACTIVE': 'Enabled an account',
  'updateAccount state DISABLED': 'Disabled an account',
  'updatePlant name': 'Renamed a plant',
  'updatePlant organizationId': 'Moved a plant',
}

/** Returns an entry's action in words, and what it was done to; an unknown action keeps its name and links nowhere. */
export function describeAudit(entry: Pick<AuditEntry, 'action' | 'changes'>): AuditWords {
  const { action } = entry
  const words = lookUp(auditWords, action) ?? { label: action, subject: 'none' }
  return { ...words, label: singleChangeLabel(entry) ?? words.label }
}

function singleChangeLabel({
  action,
  changes,
}: Pick<AuditEntry, 'action' | 'changes'>): string | undefined {
  const [change, ...others] = changes ?? []
  if (!change || others.length > 0) return undefined
  const key = `${action} ${change.member}`
  return lookUp(singleChanges, `${key} ${change.to}`) ?? lookUp(singleChanges, key)
}

/** Returns the access with which the user acted, in words. */
export function describeAccess({
  isByApiCredentials,
}: Pick<AuditEntry, 'isByApiCredentials'>): string {
  if (isByApiCredentials === true) return 'API credentials'
  return isByApiCredentials === false ? 'Password' : 'Not stated'
}

/** Values that no entry has, because they may be secret. */
export const notInLog = 'Metadata, payloads and secrets'

/** Extent of the log: a user who can switch has one in each organization. */
export const logExtent = 'Only what was done in this organization is listed.'

/** The log has no names, but for renames: a plant or account may have had another name at the time. */
export const namesAreLatest = 'Plants and accounts have their latest known names.'

/** Part of a user's audit log: what the user did, or what was done to the user. */
export type AuditPart = 'by-user' | 'to-user'

/** Parts in words, and what an empty one means. */
export const auditParts: Record<AuditPart, { label: string; empty: string }> = {
  'by-user': {
    label: 'Done by this user',
    empty: 'The platform has recorded nothing that this user did in this organization.',
  },
  'to-user': {
    label: 'Done to this user',
    empty: 'The platform has recorded nothing that was done to this user in this organization.',
  },
}
