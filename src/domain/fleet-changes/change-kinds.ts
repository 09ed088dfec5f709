// The changes that two readings of the fleet can show, as rows of one table.
import { type RuledState, hasNewFailures } from './fleet-reading'
import { changedFact } from '@/domain/certificates/certificate-change'
import {
  type ExpiryBucket,
  expiryBucketAt,
  hasCertificateInUse,
} from '@/domain/certificates/certificate-expiry'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { connectionMeanings } from '@/domain/status/connection'
import { connectionKind } from '@/domain/status/connection-kind'
import { credentialsIn, isResting, lifecycleMeanings } from '@/domain/status/lifecycle'
import { meaningOf } from '@/domain/status/meaning'
import { formatCount } from '@/lib/format-count'
import type { Tone } from '@/lib/tone'

/** A plant in two readings, with the time of each (Unix ms, server's clock). */
export interface StatePair {
  before: RuledState
  after: RuledState
  beforeMs: number
  afterMs: number
}

interface PlantRule {
  tone: Tone
  /** Words after the number of plants, for one and for more. */
  words: readonly [one: string, many: string]
  isMet: (pair: StatePair) => boolean
  /** The part of a plant's state that changed, as people read it; `timeText` formats Unix ms. */
  valueOf: (state: RuledState, timeText: (atMs: number) => string) => string
}

const connectionOf = ({ status }: RuledState) => meaningOf(connectionMeanings, status).label
const lifecycleOf = ({ lifecycleStatus }: RuledState) =>
  meaningOf(lifecycleMeanings, lifecycleStatus).label
const expiryOf = ({ certificateEndMs }: RuledState, timeText: (atMs: number) => string) => {
  if (certificateEndMs === null) return 'no certificate'
  return certificateEndMs === undefined ? 'unreadable' : timeText(certificateEndMs)
}

/**
 * Returns true for a plant whose connection means something in both readings. One that is suspended goes offline because of
 * that, and one that connects for the first time doesn't recover: the change of its lifecycle says so.
 */
function isExpectedOnline({ before, after }: StatePair): boolean {
  return [before, after].every(
    ({ lifecycleStatus }) =>
      !isResting(lifecycleStatus) && credentialsIn(lifecycleStatus) !== 'unused',
  )
}

type Kind = ReturnType<typeof connectionKind>

const connection = (from: readonly Kind[], to: Kind) =>
  ({
    isMet: (pair: StatePair) =>
      from.includes(connectionKind(pair.before.status)) &&
      connectionKind(pair.after.status) === to &&
      isExpectedOnline(pair),
    valueOf: connectionOf,
  }) as const

const bucketsOf = ({ before, after, beforeMs, afterMs }: StatePair) => ({
  was: expiryBucketAt(before.certificateEndMs, before, beforeMs),
  is: expiryBucketAt(after.certificateEndMs, after, afterMs),
})

const atRisk: ReadonlySet<ExpiryBucket> = new Set(['expired', 'week', 'month'])

/** Returns the ms by which a certificate ends later than before, negative for earlier; 0 for the same, or unless known. */
function expiryShiftMs({ before, after }: StatePair): number {
  const [was, is] = [before.certificateEndMs, after.certificateEndMs]
  if (typeof was !== 'number' || typeof is !== 'number' || was === is) return 0
  if (!hasCertificateInUse(before) || !hasCertificateInUse(after)) return 0
  const [one, other] = [was, is].map((atMs) => ({
    certificateExpiresAt: new Date(atMs).toISOString(),
  }))
  return one && other && changedFact(one, other) !== undefined ? is - was : 0
}

/** Changes of plants that both readings have, the most severe first. */
export const plantChangeRules = {
  offline: {
    tone: 'danger',
    words: ['plant went offline', 'plants went offline'],
    ...connection(['connected'], 'away'),
  },
  expired: {
    tone: 'danger',
    words: ['certificate expired', 'certificates expired'],
    isMet: (pair) => {
      const { was, is } = bucketsOf(pair)
      return is === 'expired' && was !== 'expired' && was !== 'unreadable'
    },
    valueOf: expiryOf,
  },
  'found-offline': {
    tone: 'danger',
    words: [
      'plant is offline, and its connection was unknown before',
      'plants are offline, and their connection was unknown before',
    ],
    ...connection(['unsure'], 'away'),
  },
  'connection-unknown': {
    tone: 'warn',
    words: [
      'plant’s connection became unknown, which doesn’t mean offline',
      'plants’ connections became unknown, which doesn’t mean offline',
    ],
    ...connection(['connected', 'away'], 'unsure'),
  },
  expiring: {
    tone: 'warn',
    words: [
      `certificate now expires within ${defaultThresholds.soonDays} days`,
      `certificates now expire within ${defaultThresholds.soonDays} days`,
    ],
    isMet: (pair) => {
      const { was, is } = bucketsOf(pair)
      return is !== 'expired' && atRisk.has(is) && !atRisk.has(was) && was !== 'unreadable'
    },
    valueOf: expiryOf,
  },
  'ends-earlier': {
    tone: 'warn',
    words: [
      'certificate was replaced by one that expires earlier',
      'certificates were replaced by ones that expire earlier',
    ],
    isMet: (pair) => expiryShiftMs(pair) < 0,
    valueOf: expiryOf,
  },
  'new-failures': {
    tone: 'warn',
    words: ['plant has new authentication failures', 'plants have new authentication failures'],
    isMet: ({ before, after }) => hasNewFailures(before.failures, after.failures),
    valueOf: ({ failures }) => (failures === undefined ? 'unknown' : formatCount(failures)),
  },
  lifecycle: {
    tone: 'info',
    words: ['plant changed its lifecycle', 'plants changed their lifecycle'],
    isMet: ({ before, after }) =>
      before.lifecycleStatus !== after.lifecycleStatus &&
      before.lifecycleStatus !== '' &&
      after.lifecycleStatus !== '',
    valueOf: lifecycleOf,
  },
  renewed: {
    tone: 'ok',
    words: ['certificate was renewed', 'certificates were renewed'],
    isMet: (pair) => expiryShiftMs(pair) > 0,
    valueOf: expiryOf,
  },
  recovered: {
    tone: 'ok',
    words: ['plant is connected again', 'plants are connected again'],
    ...connection(['away'], 'connected'),
  },
} as const satisfies Record<string, PlantRule>

/** A change of a plant that both readings have. */
export type PlantChangeKind = keyof typeof plantChangeRules
