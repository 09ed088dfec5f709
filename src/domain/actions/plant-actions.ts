import type { PlantAction } from './plant-action-names'
import type { LifecycleStatus, Plant } from '@/api/plant-schemas'
import { credentialOf } from '@/domain/credentials/auth-methods'
import { type CredentialMembers, awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { secretGraceEndsMs, secretGraceWords } from '@/domain/credentials/secret-grace'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** Labels of the buttons; manuals and scripts rely on them. */
export const plantActionLabels: Record<PlantAction, string> = {
  edit: 'Edit',
  move: 'Move to another organization',
  suspend: 'Suspend',
  reactivate: 'Reactivate',
  revoke: 'Revoke',
  delete: 'Delete',
  provision: 'Provision',
  download: 'Download package',
  'rotate-secret': 'Rotate secret',
  'mqtt-token': 'Issue MQTT token',
}

/** The reason why nothing can be done with a decommissioned plant. */
const outOfService = 'The plant is permanently out of service.'

type Reasons = Partial<Record<LifecycleStatus, string>>

/** Actions that a state rules out by its name alone, whatever the backend, each with the reason. */
const ruledOut: Record<PlantAction, Reasons> = {
  edit: {},
  move: {},
  delete: {},
  suspend: {
    PENDING: 'The plant has no credentials yet, so there is nothing to suspend.',
    SUSPENDED: 'The plant is already suspended.',
    REVOKED: 'The plant is revoked, so there is nothing to suspend.',
    DECOMMISSIONED: outOfService,
  },
  reactivate: {
    PENDING: 'The plant isn’t suspended.',
    PROVISIONED: 'The plant isn’t suspended.',
    ACTIVE: 'The plant isn’t suspended.',
    REVOKED: 'The plant is revoked, not suspended.',
    DECOMMISSIONED: outOfService,
  },
  revoke: {
    PENDING: 'The plant has no credentials yet, so there is nothing to revoke.',
    REVOKED: 'The plant is already revoked.',
    // Contract: revoke returns 400 "already decommissioned".
    DECOMMISSIONED: outOfService,
  },
  provision: { DECOMMISSIONED: outOfService },
  download: { PENDING: 'The plant was never provisioned, so there is no package.' },
  'rotate-secret': {
    PENDING: 'The plant was never provisioned, so it has no secret.',
    REVOKED: 'The plant’s secret is revoked.',
    DECOMMISSIONED: outOfService,
  },
  'mqtt-token': { DECOMMISSIONED: outOfService },
}

/** Warnings for actions that are offered although the documentation doesn't say whether they are possible. */
const doubtful: Record<PlantAction, Reasons> = {
  edit: {},
  move: {},
  reactivate: {},
  revoke: {},
  delete: {},
  suspend: { PROVISIONED: 'The plant has never connected. The platform may refuse.' },
  provision: {
    SUSPENDED: 'The plant is suspended. The platform may refuse until it is reactivated.',
    REVOKED: 'The plant is revoked. The platform may refuse to issue new credentials.',
  },
  download: { REVOKED: 'The plant’s credentials are revoked, so there may be no package.' },
  'rotate-secret': {
    SUSPENDED: 'The plant is suspended. The platform may refuse until it is reactivated.',
  },
  'mqtt-token': {
    PENDING: 'The plant was never provisioned. The platform may refuse.',
    SUSPENDED: 'The plant is suspended. The platform may refuse until it is reactivated.',
    REVOKED: 'The plant is revoked. The platform may refuse.',
  },
}

type Subject = CredentialMembers & Pick<Plant, 'authMethod'>

/** Returns why an action makes no sense in a plant's state; undefined for unknown states: then the server decides. */
export function whyImpossible(
  action: PlantAction,
  plant: Subject,
  nowMs: number,
  graceMs: number | undefined,
): string | undefined {
  const isJudged = plant.lifecycleStatus !== 'PENDING' || awaitsCredentials(plant)
  const byState = isJudged ? reasonIn(ruledOut[action], plant.lifecycleStatus) : undefined
  if (byState !== undefined) return byState
  if (action === 'mqtt-token' && (credentialOf(plant.authMethod) ?? 'token') !== 'token') {
    return 'Only plants that authenticate with a token can get one.'
  }
  if (action === 'rotate-secret' && secretGraceEndsMs(plant, nowMs, graceMs) !== undefined) {
    return `${graceMs === undefined ? `The secret was rotated less than ${secretGraceWords} ago.` : 'The previous secret is still valid.'} Rotating it again could disable a secret that is still in use.`
  }
  return undefined
}

/** Returns the reason why the platform may refuse an action; undefined when none is known. */
export function whyDoubtful(
  action: PlantAction,
  plant: Pick<Plant, 'lifecycleStatus' | 'secretRotatedAt' | 'unreadable'>,
): string | undefined {
  if (action === 'rotate-secret' && isUnreadable(plant, 'secretRotatedAt')) {
    return `The time of the last rotation is unreadable. Within ${secretGraceWords} of a rotation, rotating again can disable a secret that is still in use.`
  }
  return reasonIn(doubtful[action], plant.lifecycleStatus)
}

function reasonIn(reasons: Reasons, state: string): string | undefined {
  return lookUp(reasons, state)
}
