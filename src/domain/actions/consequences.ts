import type { PlantAction } from './plant-action-names'
import type { AuthMethod, Plant } from '@/api/plant-schemas'
import { expiryBucket } from '@/domain/certificates/certificate-expiry'
import { type CredentialMembers, awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { secretGraceWords } from '@/domain/credentials/secret-grace'
import { connectionKind } from '@/domain/status/connection-kind'
import { type CredentialState, credentialsIn } from '@/domain/status/lifecycle'
import { isKeyOf, lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** Actions that have forms of their own instead of a confirmation. */
const formActions = { edit: true, move: true } as const

/** An action with a confirmation dialog. */
export type ConfirmedAction = Exclude<PlantAction, keyof typeof formActions>

/** Returns true for actions that need confirmation. */
export function isConfirmed(action: PlantAction): action is ConfirmedAction {
  return !isKeyOf(formActions, action)
}

type Subject = CredentialMembers & Pick<Plant, 'status' | 'authMethod' | 'lastSeenAt'>

type Credentials = CredentialState | 'unsure'

/** Consequences of revoking a plant's credentials (contract: revoke ends "certificate and HMAC secret"). */
const endedCredentials: Record<AuthMethod, string> = {
  MTLS: 'Its certificate is added to the revocation list, and its secret stops working.',
  TOKEN: 'Its tokens and its secret stop working.',
  PASSWORD: 'Its password and its secret stop working.',
}

const replacedCredentials: Record<AuthMethod, string> = {
  MTLS: 'Its current certificate and secret stop working immediately.',
  TOKEN: 'Its current tokens and secret stop working immediately.',
  PASSWORD: 'Its current password and secret stop working immediately.',
}

const sessionEnds = {
  connected: 'The plant is disconnected immediately. It stops reporting and receives no commands.',
  away: 'The plant isn’t connected now. After this, it cannot connect.',
  unsure:
    'If the plant is connected, it is disconnected. It stops reporting and receives no commands.',
}

const packageNeeded = {
  connected: 'The plant is disconnected and cannot connect until someone installs the new package.',
  away: 'The plant isn’t connected now and cannot connect until someone installs the new package.',
  unsure: 'The plant cannot connect until someone installs the new package.',
}

const secretCarried = {
  connected: 'The plant stays connected. Its other credentials don’t change.',
  away: 'The plant isn’t connected now, so someone has to install the new secret on it.',
  unsure: 'Its other credentials don’t change.',
}

const shownOnce = 'The package contains secrets. The platform keeps it only for a short time.'

/** The effect of renewing a certificate on any plant that uses one; a dialog says it of its plant. */
export const renewalConsequence = `To renew a certificate, provision the plant again. ${replacedCredentials.MTLS} ${packageNeeded.unsure}`

interface Provisioned {
  /** Says what becomes of the credentials that the plant has. */
  effects: (plant: Subject) => string[]
  /** True when the plant may be using credentials that stop working. */
  isDestructive: boolean
}

const provisionedWithdrawn: Provisioned = {
  effects: () => ['Its old credentials stay invalid.'],
  isDestructive: false,
}

const provisioned: Record<Credentials, Provisioned> = {
  none: {
    effects: () => ['The plant has no credentials yet, so none stop working.'],
    isDestructive: false,
  },
  unused: {
    effects: () => ['The package issued earlier stops working immediately.'],
    isDestructive: false,
  },
  'in use': {
    effects: (plant) => [replacedText(plant), packageNeeded[connectionKind(plant.status)]],
    isDestructive: true,
  },
  suspended: {
    effects: (plant) => [
      replacedText(plant),
      'The plant is suspended. To connect, it needs the new package and must be reactivated.',
    ],
    isDestructive: true,
  },
  revoked: provisionedWithdrawn,
  decommissioned: provisionedWithdrawn,
  unsure: {
    effects: (plant) => [
      'Credentials issued earlier stop working.',
      packageNeeded[connectionKind(plant.status)],
    ],
    isDestructive: true,
  },
}

const deletedWithdrawn = () => ['Its credentials are no longer valid, so nothing is disconnected.']

const deleted: Record<Credentials, (plant: Subject) => string[]> = {
  none: () => ['The plant has no credentials yet, so nothing is disconnected.'],
  unused: () => ['The package issued for the plant stops working.'],
  'in use': (plant) => [sessionEnds[connectionKind(plant.status)]],
  suspended: () => ['The plant is suspended. Its controller cannot connect again.'],
  revoked: deletedWithdrawn,
  decommissioned: deletedWithdrawn,
  unsure: (plant) => [sessionEnds[connectionKind(plant.status)]],
}

const rules: Record<ConfirmedAction, (plant: Subject, nowMs: number) => string[]> = {
  suspend: (plant, nowMs) => [
    sessionEnds[connectionKind(plant.status)],
    'It keeps its credentials and can be reactivated at any time.',
    ...(hasExpired(plant, nowMs)
      ? [
          'Its certificate has expired. Once reactivated, it cannot connect until it is provisioned again.',
        ]
      : []),
  ],
  reactivate: (plant, nowMs) =>
    hasExpired(plant, nowMs)
      ? [
          'The plant is reactivated, but cannot connect: its certificate has expired.',
          'Provision it again so that it can.',
        ]
      : [
          'The plant can connect again with its current credentials.',
          isUnreadable(plant, 'certificateExpiresAt')
            ? 'The expiry of its certificate is unreadable. If it has expired, the plant must be provisioned again before it can connect.'
            : 'It connects when its controller next tries.',
        ],
  revoke: (plant) => [
    sessionEnds[connectionKind(plant.status)],
    lookUp(endedCredentials, plant.authMethod) ?? 'Its credentials stop working.',
    'This cannot be undone. The plant cannot connect again unless the platform allows it to be re-provisioned.',
  ],
  delete: (plant) => [
    'The plant, its history and its alerts are permanently deleted.',
    ...deleted[credentialsOf(plant)](plant),
  ],
  provision: (plant) => [...provisionEffects(plant), shownOnce],
  download: () => [
    'The secrets of the latest package are shown again. Nothing changes for the plant.',
    'The platform keeps a package for a limited time. If it has none, you see its message.',
  ],
  'rotate-secret': (plant) => [
    `Both secrets are valid for ${secretGraceWords}. After that, only the new one works.`,
    'Install the new secret within that time. Until then, the secret can’t be rotated again.',
    secretCarried[connectionKind(plant.status)],
    'Packages issued earlier contain the old secret and may no longer be available.',
  ],
  'mqtt-token': () => [
    'The plant gets another token, which is shown only once.',
    'Earlier tokens stay valid until they expire. Nothing is disconnected.',
  ],
}

/** Lists the consequences of an action for a plant in its current state, most severe first. */
export function consequencesOf(action: ConfirmedAction, plant: Subject, nowMs: number): string[] {
  return rules[action](plant, nowMs)
}

/** Describes provisioning in a line, before it is chosen; `consequencesOf` says the same where it is confirmed. */
export function provisionSummary(plant: Subject): string {
  return ['Issues new credentials.', ...provisionEffects(plant)].join(' ')
}

/** Less drastic alternatives to the irreversible actions, mildest first. */
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

/** Returns true for irreversible actions, which have to be confirmed by typing (see `typedProofOf`). */
export function isFinal(action: ConfirmedAction): boolean {
  return gentlerActions[action].length > 0
}

/** Returns true for irreversible actions, and for provisioning that replaces credentials the plant may be using. */
export function isDestructive(action: ConfirmedAction, plant: CredentialMembers): boolean {
  return (
    isFinal(action) || (action === 'provision' && provisioned[credentialsOf(plant)].isDestructive)
  )
}

function provisionEffects(plant: Subject): string[] {
  return provisioned[credentialsOf(plant)].effects(plant)
}

function replacedText({ authMethod }: Subject): string {
  return (
    lookUp(replacedCredentials, authMethod) ?? 'Its current credentials stop working immediately.'
  )
}

function credentialsOf(plant: CredentialMembers): Credentials {
  const stated = credentialsIn(plant.lifecycleStatus) ?? 'unsure'
  return stated === 'none' && !awaitsCredentials(plant) ? 'unsure' : stated
}

function hasExpired(plant: Subject, nowMs: number): boolean {
  return expiryBucket(plant, nowMs) === 'expired'
}
