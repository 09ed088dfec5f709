import { connectionKind } from '@/domain/status/connection-kind'
import type { PlantAction } from './plant-action-names'
import type { AuthMethod, LifecycleStatus, Plant } from '@/api/plant-schemas'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'
import { lookUp } from '@/lib/look-up'

/** Actions that are confirmed on what the plant is now, and then sent at once. */
export type ConfirmedAction = Exclude<PlantAction, 'edit' | 'move'>

/** Whether an action is one that a person confirms; the others have forms of their own. */
export function isConfirmed(action: PlantAction): action is ConfirmedAction {
  return action !== 'edit' && action !== 'move'
}

type Subject = Pick<
  Plant,
  'lifecycleStatus' | 'status' | 'authMethod' | 'certificateExpiresAt' | 'lastSeenAt' | 'unreadable'
>

/** What the credentials of a plant are worth in each lifecycle state. */
type Credentials = 'none' | 'unused' | 'in use' | 'resting' | 'ended' | 'unsure'

const credentialsIn: Record<LifecycleStatus, Exclude<Credentials, 'unsure'>> = {
  PENDING: 'none',
  PROVISIONED: 'unused',
  ACTIVE: 'in use',
  SUSPENDED: 'resting',
  REVOKED: 'ended',
  DECOMMISSIONED: 'ended',
}

/** What ends for good with a plant's credentials (contract: revoke ends "certificate and HMAC secret"). */
const endedCredentials: Record<AuthMethod, string> = {
  MTLS: 'Its certificate goes on the revocation list, and its secret ends.',
  TOKEN: 'Its tokens and its secret end.',
  PASSWORD: 'Its password and its secret end.',
}

const replacedCredentials: Record<AuthMethod, string> = {
  MTLS: 'Its present certificate and secret end at once.',
  TOKEN: 'Its present tokens and secret end at once.',
  PASSWORD: 'Its present password and secret end at once.',
}

const sessionEnds = {
  connected: 'Its session is cut at once: it stops reporting and takes no commands.',
  away: 'It is not connected now, and is not let in when it comes back.',
  unsure: 'If it is connected, its session is cut: it stops reporting and takes no commands.',
}

const packageNeeded = {
  connected: 'It is disconnected and stays out until somebody installs the new package.',
  away: 'It is not connected now, and stays out until somebody installs the new package.',
  unsure: 'It stays out until somebody installs the new package.',
}

const secretCarried = {
  connected: 'It stays connected; its other credentials do not change.',
  away: 'It is not connected now: somebody has to bring the new secret to it.',
  unsure: 'Its other credentials do not change.',
}

const shownOnce = 'The package holds secrets that are shown once.'

const provisioned: Record<Credentials, (plant: Subject) => string[]> = {
  none: () => ['It gets its first credentials; nothing that is in use ends.'],
  unused: () => ['The package issued before ends at once: whoever holds it can no longer use it.'],
  'in use': (plant) => [
    lookUp(replacedCredentials, plant.authMethod) ?? 'Its present credentials end at once.',
    packageNeeded[connectionKind(plant.status)],
  ],
  resting: (plant) => [
    lookUp(replacedCredentials, plant.authMethod) ?? 'Its present credentials end at once.',
    'It is suspended, and stays out until it is reactivated with the new package installed.',
  ],
  ended: () => ['It gets new credentials; those that ended do not come back.'],
  unsure: (plant) => [
    'Credentials issued before end.',
    packageNeeded[connectionKind(plant.status)],
  ],
}

const deleted: Record<Credentials, (plant: Subject) => string[]> = {
  none: () => ['It has no credentials yet, so no controller is cut off.'],
  unused: () => ['The package issued for it can no longer be used.'],
  'in use': (plant) => [sessionEnds[connectionKind(plant.status)]],
  resting: () => ['It is suspended; its controller is not let in again.'],
  ended: () => ['Its credentials have ended already; no controller is cut off.'],
  unsure: (plant) => [sessionEnds[connectionKind(plant.status)]],
}

const rules: Record<ConfirmedAction, (plant: Subject, nowMs: number) => string[]> = {
  suspend: (plant) => [
    sessionEnds[connectionKind(plant.status)],
    'It keeps its credentials and can be reactivated at any time.',
  ],
  reactivate: (plant, nowMs) => [
    'It is let in again with the credentials it has.',
    afterReactivation(plant, nowMs),
  ],
  revoke: (plant) => [
    sessionEnds[connectionKind(plant.status)],
    lookUp(endedCredentials, plant.authMethod) ?? 'Its credentials end.',
    'This cannot be undone: it stays out, unless the platform lets it be provisioned anew.',
  ],
  delete: (plant) => [
    'The plant, its history and its alerts are gone for good.',
    ...deleted[credentialsOf(plant)](plant),
  ],
  provision: (plant) => [...provisioned[credentialsOf(plant)](plant), shownOnce],
  download: () => [
    'The secrets of the package issued last are shown again; nothing changes for the plant.',
    'The platform keeps a package for a while only, and says so when it has none.',
  ],
  'rotate-secret': (plant) => [
    // Contract, rotate-secret: "1h grace period for both old and new".
    'The former and the new secret both hold for 60 minutes; then the former one ends.',
    'Install the new secret within that hour; it cannot be rotated again before.',
    secretCarried[connectionKind(plant.status)],
    'A package that was issued before holds the former secret, and may be no longer to be had.',
  ],
  'mqtt-token': () => [
    'It gets one more token, which is shown once.',
    'Tokens issued before hold until they expire; nothing is disconnected.',
  ],
}

/** What an action does to a plant as it is now, in short sentences; the gravest first. */
export function consequencesOf(action: ConfirmedAction, plant: Subject, nowMs: number): string[] {
  return rules[action](plant, nowMs)
}

/** Actions that can be taken back, to be offered before one that cannot; the gentlest first. */
export const gentlerActions: Record<ConfirmedAction, readonly ConfirmedAction[]> = {
  suspend: [],
  reactivate: [],
  revoke: ['suspend'],
  delete: ['suspend', 'revoke'],
  provision: [],
  download: [],
  'rotate-secret': [],
  'mqtt-token': [],
}

/** Actions that cannot be taken back: they need the serial number typed. */
export function isFinal(action: ConfirmedAction): boolean {
  return gentlerActions[action].length > 0
}

/** Whether an action ends something that cannot be brought back as it was. */
export function isDestructive(
  action: ConfirmedAction,
  plant: Pick<Plant, 'lifecycleStatus'>,
): boolean {
  return isFinal(action) || (action === 'provision' && endsCredentials[credentialsOf(plant)])
}

const endsCredentials: Record<Credentials, boolean> = {
  none: false,
  unused: false,
  'in use': true,
  resting: true,
  ended: false,
  unsure: true,
}

function credentialsOf({ lifecycleStatus }: Pick<Plant, 'lifecycleStatus'>): Credentials {
  return lookUp(credentialsIn, lifecycleStatus) ?? 'unsure'
}

function hasExpired({ authMethod, certificateExpiresAt }: Subject, nowMs: number): boolean {
  const expiresMs = readInstant(certificateExpiresAt)
  return authMethod === 'MTLS' && typeof expiresMs === 'number' && expiresMs <= nowMs
}

function afterReactivation(plant: Subject, nowMs: number): string {
  if (hasExpired(plant, nowMs)) {
    return 'Its certificate has expired: provision the plant again before it can connect.'
  }
  return isUnreadable(plant, 'certificateExpiresAt')
    ? 'The expiry of its certificate is unreadable. If it has expired, the plant must be provisioned again before it can connect.'
    : 'It comes back when its controller next tries to connect.'
}
