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

/** Returns an entry's action in words, and what it was done to; an unknown action keeps its name and links nowhere. */
export function describeAudit({ action }: Pick<AuditEntry, 'action'>): AuditWords {
  return lookUp(auditWords, action) ?? { label: action, subject: 'none' }
}

/** Returns the access with which the user acted, in words. */
export function describeAccess({
  isByApiCredentials,
}: Pick<AuditEntry, 'isByApiCredentials'>): string {
  if (isByApiCredentials === true) return 'API credentials'
  return isByApiCredentials === false ? 'Password' : 'Not stated'
}

/** Part of a user's audit log: what the user did, or what was done to the user. */
export type AuditPart = 'by-user' | 'to-user'

/** Parts in words, and what an empty one means. */
export const auditParts: Record<AuditPart, { label: string; empty: string }> = {
  'by-user': {
    label: 'Done by this user',
    empty: 'The platform has recorded nothing that this user did.',
  },
  'to-user': {
    label: 'Done to this user',
    empty: 'The platform has recorded nothing that was done to this user.',
  },
}
