import type { PlantAction } from './plant-action-names'
import type { LifecycleStatus, Plant } from '@/api/plant-schemas'
import { isUnreadable } from '@/lib/unreadable'
import { secretGraceEndsMs } from '@/domain/credentials/secret-grace'

/** What the buttons are called. */
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

type Reasons = Partial<Record<LifecycleStatus, string>>

/** What a state rules out by what its name says, whatever the backend: each with the reason. */
const ruledOut: Partial<Record<PlantAction, Reasons>> = {
  suspend: {
    PENDING: 'It has no credentials yet, so there is nothing to disable.',
    SUSPENDED: 'It is suspended already.',
    REVOKED: 'It is revoked: there is nothing left to disable.',
    DECOMMISSIONED: 'It is out of service for good.',
  },
  reactivate: {
    PENDING: 'It is not suspended.',
    PROVISIONED: 'It is not suspended.',
    ACTIVE: 'It is not suspended.',
    REVOKED: 'It is revoked, not suspended.',
    DECOMMISSIONED: 'It is out of service for good.',
  },
  revoke: {
    PENDING: 'It has no credentials yet, so there is nothing to revoke.',
    REVOKED: 'It is revoked already.',
    // Contract: revoke answers 400 "already decommissioned".
    DECOMMISSIONED: 'It is out of service for good.',
  },
  provision: { DECOMMISSIONED: 'It is out of service for good.' },
  download: { PENDING: 'It was never provisioned, so there is no package.' },
  'rotate-secret': {
    PENDING: 'It was never provisioned, so it has no secret.',
    REVOKED: 'Its secret is revoked.',
    DECOMMISSIONED: 'It is out of service for good.',
  },
  'mqtt-token': { DECOMMISSIONED: 'It is out of service for good.' },
}

/** Where the documents do not say what is possible: offered, with a word of warning. */
const doubtful: Partial<Record<PlantAction, Reasons>> = {
  suspend: { PROVISIONED: 'It was never in contact; the platform may refuse.' },
  provision: {
    SUSPENDED: 'It is suspended; the platform may refuse until it is reactivated.',
    REVOKED: 'It is revoked; the platform may refuse to give it credentials again.',
  },
  download: { REVOKED: 'Its credentials are revoked; there may be no package.' },
  'rotate-secret': {
    SUSPENDED: 'It is suspended; the platform may refuse until it is reactivated.',
  },
  'mqtt-token': {
    PENDING: 'It was never provisioned; the platform may refuse.',
    SUSPENDED: 'It is suspended; the platform may refuse until it is reactivated.',
    REVOKED: 'It is revoked; the platform may refuse.',
  },
}

type Subject = Pick<
  Plant,
  | 'lifecycleStatus'
  | 'authMethod'
  | 'secretRotatedAt'
  | 'certificateFingerprint'
  | 'certificateSerialNumber'
  | 'certificateExpiresAt'
  | 'unreadable'
>

/**
 * A backend may call a plant PENDING until its first contact, although it has been provisioned. A credential that
 * came unreadably is one all the same.
 */
export function hasCredentials(plant: Subject): boolean {
  const isOneUnreadable = isUnreadable(
    plant,
    'certificateFingerprint',
    'certificateSerialNumber',
    'certificateExpiresAt',
    'secretRotatedAt',
  )
  return Boolean(
    isOneUnreadable ||
    (plant.certificateFingerprint ??
      plant.certificateSerialNumber ??
      plant.certificateExpiresAt ??
      plant.secretRotatedAt),
  )
}

/**
 * Why an action makes no sense for a plant in its state; undefined when it does, and for states that are not
 * known here: then the server's answer decides.
 */
export function whyImpossible(
  action: PlantAction,
  plant: Subject,
  nowMs: number,
): string | undefined {
  const isJudged = plant.lifecycleStatus !== 'PENDING' || !hasCredentials(plant)
  const byState = isJudged ? reasonIn(ruledOut[action], plant.lifecycleStatus) : undefined
  if (byState !== undefined) return byState
  if (action === 'mqtt-token' && (plant.authMethod === 'MTLS' || plant.authMethod === 'PASSWORD')) {
    return 'Only plants that sign in with a token get one.'
  }
  if (action === 'rotate-secret' && secretGraceEndsMs(plant, nowMs) !== undefined) {
    return 'It was rotated less than an hour ago: rotating again would end a secret that may be in use.'
  }
  return undefined
}

/** Why the platform may refuse an action all the same; to be said before it is asked. */
export function whyDoubtful(
  action: PlantAction,
  plant: Pick<Plant, 'lifecycleStatus' | 'secretRotatedAt' | 'unreadable'>,
): string | undefined {
  if (action === 'rotate-secret' && isUnreadable(plant, 'secretRotatedAt')) {
    return 'The time of its last rotation is unreadable. Less than an hour after a rotation, rotating again ends a secret that may be in use.'
  }
  return reasonIn(doubtful[action], plant.lifecycleStatus)
}

function reasonIn(reasons: Reasons | undefined, state: string): string | undefined {
  return Object.entries(reasons ?? {}).find(([name]) => name === state)?.[1]
}
