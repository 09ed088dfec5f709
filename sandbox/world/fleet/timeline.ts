import type { Random } from './random'
import { certificateLifeMs, type Traits } from './traits'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

/** Past events of a plant in milliseconds before `now`; null for events that did not happen. */
interface Timeline {
  createdAgoMs: number
  activatedAgoMs: number | null
  rotatedAgoMs: number | null
  authFailedAgoMs: number | null
  updatedAgoMs: number
}

const oldestMs = 6 * 365 * dayMs

/**
 * Arranges the events of a plant in a plausible order: created, provisioned, activated, last seen. A certificate is
 * issued one lifetime before it expires.
 */
export function drawTimeline(traits: Traits, random: Random): Timeline {
  if (traits.lifecycleStatus === 'PENDING') {
    const createdAgoMs = random.spread(5 * minuteMs, 120 * dayMs)
    const updatedAgoMs = random.chance(0.7) ? createdAgoMs : createdAgoMs * random.fraction()
    return {
      createdAgoMs,
      activatedAgoMs: null,
      rotatedAgoMs: null,
      authFailedAgoMs: null,
      updatedAgoMs,
    }
  }
  const issuedAgoMs = issuedAgo(traits, random)
  const firstIssuedAgoMs = firstIssuedAgo(traits, issuedAgoMs, random)
  const createdAgoMs = firstIssuedAgoMs + random.spread(2 * minuteMs, 20 * dayMs)
  const { seenAgoMs } = traits
  const activatedAgoMs =
    seenAgoMs === null
      ? null
      : Math.max(seenAgoMs, firstIssuedAgoMs - random.spread(10 * minuteMs, 14 * dayMs))
  const rotatedAgoMs =
    activatedAgoMs !== null && random.chance(0.22)
      ? activatedAgoMs * random.between(0.02, 0.95)
      : null
  const authFailedAgoMs =
    traits.authFailureCount === 0
      ? null
      : Math.min(
          firstIssuedAgoMs,
          random.spread(30_000, traits.status === 'ONLINE' ? 60 * dayMs : dayMs),
        )
  const changedAgoMs = [
    createdAgoMs,
    issuedAgoMs,
    activatedAgoMs,
    rotatedAgoMs,
    statusChangedAgo(traits, random),
  ]
  return {
    createdAgoMs,
    activatedAgoMs,
    rotatedAgoMs,
    authFailedAgoMs,
    // Contact is not a change; otherwise, every edit would find a newer updatedAt.
    updatedAgoMs: Math.min(...changedAgoMs.filter((ago) => ago !== null)),
  }
}

function issuedAgo(traits: Traits, random: Random): number {
  if (traits.certificateInMs !== null) return certificateLifeMs - traits.certificateInMs
  return Math.max(random.spread(hourMs, 1500 * dayMs), (traits.seenAgoMs ?? 0) + hourMs)
}

// A certificate issued after the plant was last seen is a renewal; of the others, four in ten are.
function firstIssuedAgo(traits: Traits, issuedAgoMs: number, random: Random): number {
  const needsMs = Math.max(issuedAgoMs, (traits.seenAgoMs ?? 0) + hourMs)
  const isRenewal = needsMs > issuedAgoMs || (traits.seenAgoMs !== null && random.chance(0.4))
  if (!isRenewal) return issuedAgoMs
  return Math.min(oldestMs - 25 * dayMs, needsMs + random.between(1, 1600) * dayMs)
}

// A plant is suspended, revoked or decommissioned when it falls silent, or some time after that.
function statusChangedAgo(traits: Traits, random: Random): number | null {
  switch (traits.lifecycleStatus) {
    case 'SUSPENDED':
      return (traits.seenAgoMs ?? dayMs) * random.between(0.98, 1)
    case 'REVOKED':
    case 'DECOMMISSIONED':
      return (traits.seenAgoMs ?? dayMs) * random.between(0.5, 1)
    default:
      return null
  }
}
