// The problems that the facts of a list show. A row names the most urgent one, the plant's page all of them.
import type { Plant } from '@/api/plant-schemas'
import {
  type ExpiryBucket,
  expiryBucket,
  expiryMeanings,
} from '@/domain/certificates/certificate-expiry'
import { areFailuresRecent } from '@/domain/credentials/auth-failures'
import { awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import {
  type PoorConnection,
  awaitsFirstContact,
  connectionMeaning,
  connectionMeanings,
  contradictsLastSeen,
  contradictsLifecycle,
  isSilent,
  poorConnection,
} from '@/domain/status/connection'
import { isResting, lifecycleMeaning } from '@/domain/status/lifecycle'
import { countOf } from '@/lib/format-count'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** The tab of a plant's page that a problem belongs to. */
export type PlantPart = 'overview' | 'alerts' | 'energy' | 'security' | 'commands'

/** Words for a problem; `at` is the time they refer to, as the API sent it, and follows them as a relative time. */
export interface ProblemWords {
  text: string
  at?: string | null | undefined
}

/** One kind of problem. */
interface ProblemRule {
  key: string
  /** A plant has at most one problem of each subject: the most urgent one. */
  subject: 'certificate' | 'connection' | 'lifecycle' | 'auth-failures' | 'credentials'
  tone: Tone
  part: PlantPart
  /** The instant by which plants with this problem are ordered, the earliest first. */
  member: 'certificateExpiresAt' | 'lastSeenAt' | 'lastAuthFailureAt' | 'createdAt'
  isMet: (plant: Plant, nowMs: number) => boolean
  /** Words on the plant's page, which names the plant's state beside them. */
  words: (plant: Plant) => ProblemWords
  /** Words in a row of a list, where they differ; null for what isn't urgent enough for one. */
  rowWords?: ((plant: Plant) => ProblemWords) | null
  /** True when a list also names it of plants that aren't expected to be connected. */
  isListedAtRest?: true
}

const certificate = (bucket: ExpiryBucket, text: string) =>
  ({
    subject: 'certificate',
    tone: expiryMeanings[bucket].tone,
    part: 'security',
    member: 'certificateExpiresAt',
    isMet: (plant: Plant, nowMs: number) => expiryBucket(plant, nowMs) === bucket,
    words: ({ certificateExpiresAt }: Plant) => ({ text, at: certificateExpiresAt }),
  }) as const

const connection = (status: PoorConnection) =>
  ({
    subject: 'connection',
    tone: connectionMeanings[status].tone,
    part: 'overview',
    member: 'lastSeenAt',
    isMet: (plant: Plant) =>
      plant.status === status && !isResting(plant.lifecycleStatus) && !awaitsFirstContact(plant),
    words: (plant: Plant) => poorConnection(status, plant),
  }) as const

const offline = connection('OFFLINE')

const lastSeen =
  (text: string) =>
  ({ lastSeenAt }: Plant) => ({ text, at: lastSeenAt })

/** Key of plants that only wait for someone to provision them. */
export const waitingKey = 'pending'

/** All kinds, the most urgent first. */
export const problemRules: readonly ProblemRule[] = [
  { key: 'expired', ...certificate('expired', 'Certificate expired') },
  {
    ...offline,
    key: 'offline-long',
    isMet: (plant, nowMs) => offline.isMet(plant) && wasLastSeenOverADayAgo(plant, nowMs),
  },
  { key: 'week', ...certificate('week', 'Certificate expires') },
  { key: 'offline', ...offline },
  {
    key: 'resting-online',
    subject: 'lifecycle',
    tone: 'warn',
    part: 'overview',
    member: 'lastSeenAt',
    isMet: contradictsLifecycle,
    words: (plant) => ({
      text: `Contradiction: reported as ${connectionMeaning(plant).label}, but its lifecycle is ${lifecycleMeaning(plant).label}`,
    }),
    rowWords: lastSeen('Connected despite its lifecycle, last seen'),
    isListedAtRest: true,
  },
  {
    key: 'auth-failures',
    subject: 'auth-failures',
    tone: 'warn',
    part: 'security',
    member: 'lastAuthFailureAt',
    isMet: (plant, nowMs) => failuresOf(plant) > 0 && areFailuresRecent(plant, nowMs),
    words: (plant) => ({
      text: `${countOf(failuresOf(plant), 'authentication failure')}, most recent`,
      at: plant.lastAuthFailureAt,
    }),
    rowWords: ({ lastAuthFailureAt }) => ({ text: 'Authentication failed', at: lastAuthFailureAt }),
  },
  {
    key: 'silent',
    subject: 'connection',
    tone: 'warn',
    part: 'overview',
    member: 'lastSeenAt',
    isMet: contradictsLastSeen,
    words: lastSeen('Contradiction: reported as Online, but last seen'),
    rowWords: lastSeen('Online, but last seen'),
  },
  { key: 'degraded', ...connection('DEGRADED') },
  {
    key: 'unseen',
    subject: 'connection',
    tone: 'warn',
    part: 'overview',
    member: 'lastSeenAt',
    isMet: (plant, nowMs) => !isResting(plant.lifecycleStatus) && isSilent(plant, nowMs),
    words: lastSeen('Last seen'),
  },
  { key: 'month', ...certificate('month', 'Certificate expires') },
  {
    key: 'unreadable-expiry',
    ...certificate('unreadable', ''),
    // A value that can't be read at all is reported with the plant's other unreadable ones.
    isMet: (plant, nowMs) =>
      expiryBucket(plant, nowMs) === 'unreadable' && !isUnreadable(plant, 'certificateExpiresAt'),
    words: () => ({ text: 'The certificate’s expiry is unreadable' }),
    rowWords: null,
  },
  {
    key: 'never-connected',
    subject: 'connection',
    tone: 'info',
    part: 'security',
    member: 'createdAt',
    isMet: awaitsFirstContact,
    words: () => ({ text: 'Provisioned, but it has never connected' }),
    rowWords: ({ createdAt }) => ({ text: 'Never connected, created', at: createdAt }),
  },
  {
    // Last, because nothing is wrong with it yet.
    key: waitingKey,
    subject: 'credentials',
    tone: 'info',
    part: 'security',
    member: 'createdAt',
    isMet: awaitsCredentials,
    words: () => ({ text: 'Not provisioned: it has no credentials yet' }),
    rowWords: () => ({ text: 'Waiting for credentials' }),
    isListedAtRest: true,
  },
]

/**
 * Returns the rules that a plant meets at a time (Unix ms), of each subject the most urgent one. A connection is judged as
 * of `readAtMs`, when the plant was read: time that passes without another reading doesn't make it worse.
 */
export function urgentRules(
  plant: Plant,
  nowMs: number,
  readAtMs: number = nowMs,
): readonly ProblemRule[] {
  const met = problemRules.filter(({ subject, isMet }) =>
    isMet(plant, subject === 'certificate' ? nowMs : readAtMs),
  )
  return met.filter(
    ({ subject }, place) => met.findIndex((rule) => rule.subject === subject) === place,
  )
}

/** A day offline is more urgent than a certificate that expires within a week; a shorter time is less. */
function wasLastSeenOverADayAgo(plant: Plant, nowMs: number): boolean {
  const seenMs = isUnreadable(plant, 'lastSeenAt') ? undefined : readInstant(plant.lastSeenAt)
  return typeof seenMs === 'number' && nowMs - seenMs > dayMs
}

/** An unreadable count is reported with the plant's other unreadable members. */
function failuresOf({ authFailureCount }: Plant): number {
  return authFailureCount ?? 0
}
