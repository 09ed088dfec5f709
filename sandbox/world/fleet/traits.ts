import { byShare, type Random, type Shares } from './random'
import type { AuthMethod, ConnectionStatus, LifecycleStatus } from './seed-records'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

/** Default lifetime (ms) of device certificates: two years, according to the platform's public documentation. */
export const certificateLifeMs = 730 * dayMs

/** Traits that determine a plant's dates; all periods are in milliseconds relative to `now`. */
export interface Traits {
  lifecycleStatus: LifecycleStatus
  authMethod: AuthMethod
  status: ConnectionStatus
  /** Null if the plant has never connected. */
  seenAgoMs: number | null
  /** Negative for an expired certificate; null without one. */
  certificateInMs: number | null
  authFailureCount: number
}

const lifecycleShares: Shares<LifecycleStatus> = [
  [80, 'ACTIVE'],
  [6, 'PENDING'],
  [5, 'PROVISIONED'],
  [4, 'SUSPENDED'],
  [3, 'REVOKED'],
  [2, 'DECOMMISSIONED'],
]

const authShares: Shares<AuthMethod> = [
  [72, 'MTLS'],
  [16, 'TOKEN'],
  [12, 'PASSWORD'],
]

/** Ranges of days until expiry, chosen so that each bucket in a dashboard contains plants. */
const expiryShares: Shares<readonly [number, number]> = [
  [4, [-400, -30]],
  [2, [-30, -2]],
  [2, [-1.9, -0.05]],
  [2, [0.05, 1]],
  [2, [1, 3]],
  [3, [3, 7]],
  [4, [7, 14]],
  [5, [14, 30]],
  [6, [30, 60]],
  [6, [60, 90]],
  [24, [90, 365]],
  [40, [365, 729]],
]

const activeStatusShares: Shares<ConnectionStatus> = [
  [84, 'ONLINE'],
  [5, 'DEGRADED'],
  [11, 'OFFLINE'],
]

// Steps of four additive recurrences (fractional parts of the golden ratio and of the roots of 2, 3 and 7, which are
// hard to approximate by ratios). They fill the shares evenly, whereas plain random numbers would leave the rare
// certificate buckets of a small fleet empty.
const evenSteps = [
  0.618033988749895, 0.414213562373095, 0.732050807568877, 0.645751311064591,
] as const

function evenFraction(dimension: 0 | 1 | 2 | 3, index: number, seed: number): number {
  const step = evenSteps[dimension]
  return ((index + 1) * step + ((Math.abs(seed) * step * 7) % 1)) % 1
}

export function drawTraits(index: number, seed: number, random: Random): Traits {
  const lifecycleStatus = byShare(lifecycleShares, evenFraction(0, index, seed))
  const authMethod = byShare(authShares, evenFraction(1, index, seed))
  const [fromDays, toDays] = byShare(expiryShares, evenFraction(2, index, seed))
  const drawnExpiryMs = random.between(fromDays, toDays) * dayMs
  const traits: Traits = {
    lifecycleStatus,
    authMethod,
    status: 'OFFLINE',
    seenAgoMs: null,
    certificateInMs: authMethod === 'MTLS' ? drawnExpiryMs : null,
    authFailureCount: drawAuthFailures(random),
  }
  switch (lifecycleStatus) {
    case 'PENDING':
      return { ...traits, status: 'UNKNOWN', certificateInMs: null, authFailureCount: 0 }
    case 'PROVISIONED':
      return { ...traits, certificateInMs: authMethod === 'MTLS' ? freshExpiryMs(random) : null }
    case 'ACTIVE':
      return drawActive(traits, byShare(activeStatusShares, evenFraction(3, index, seed)), random)
    case 'SUSPENDED':
      return { ...traits, seenAgoMs: atEarliestExpiry(traits, random.spread(hourMs, 120 * dayMs)) }
    case 'REVOKED':
      return random.chance(0.15)
        ? traits
        : { ...traits, seenAgoMs: atEarliestExpiry(traits, random.spread(hourMs, 400 * dayMs)) }
    case 'DECOMMISSIONED':
      return {
        ...traits,
        seenAgoMs: atEarliestExpiry(traits, random.spread(20 * dayMs, 900 * dayMs)),
      }
  }
}

function drawActive(traits: Traits, status: ConnectionStatus, random: Random): Traits {
  const expiredForMs = -(traits.certificateInMs ?? 1)
  // An expired certificate doesn't end an open session, but the next reconnect fails. Such plants have been offline
  // since about that time and keep trying without success.
  if (expiredForMs > 2 * dayMs) {
    const authFailureCount = random.integer(3, 400)
    return { ...traits, seenAgoMs: expiredForMs - random.between(0, 1.9 * dayMs), authFailureCount }
  }
  switch (status) {
    case 'ONLINE':
      // One in 250 is contradictory, as in real fleets: ONLINE, but silent for two days.
      if (random.chance(0.004))
        return { ...traits, status, seenAgoMs: random.between(2, 2.5) * dayMs }
      return { ...traits, status, seenAgoMs: random.spread(1500, 4 * minuteMs) }
    case 'DEGRADED':
      return { ...traits, status, seenAgoMs: random.spread(8000, 15 * minuteMs) }
    default:
      return { ...traits, seenAgoMs: random.spread(20 * minuteMs, 300 * dayMs) }
  }
}

// Limits the last contact to about a day after the certificate expired.
function atEarliestExpiry(traits: Traits, seenAgoMs: number): number {
  return Math.max(seenAgoMs, -(traits.certificateInMs ?? 0) - dayMs)
}

function drawAuthFailures(random: Random): number {
  const at = random.fraction()
  if (at < 0.89) return 0
  return at < 0.985 ? random.integer(1, 5) : random.integer(100, 900)
}

// Most plants have waited hours or days for their first contact; a few were forgotten for a year.
function freshExpiryMs(random: Random): number {
  return (
    certificateLifeMs - random.spread(10 * minuteMs, random.chance(0.9) ? 40 * dayMs : 700 * dayMs)
  )
}
