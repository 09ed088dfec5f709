// The most urgent problem of a plant that the list shows; the plant's own page lists all of them.
import type { Plant } from '@/api/plant-schemas'
import { type ExpiryBucket, expiryBucket } from '@/domain/certificates/certificate-expiry'
import { areFailuresRecent } from '@/domain/credentials/auth-failures'
import {
  type PoorConnection,
  awaitsFirstContact,
  contradictsLastSeen,
  contradictsLifecycle,
  poorConnection,
} from '@/domain/status/connection'
import { isResting } from '@/domain/status/lifecycle'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** Urgency of a plant, with the reason. */
export interface Urgency {
  /** Smaller is more urgent; finite. */
  rank: number
  key: string
  tone: Tone
  text: string
  /** The time the text refers to, as the API sent it; shown after it as a relative time. */
  at: string | null | undefined
}

interface UrgencyRule {
  key: string
  tone: Tone
  /** '' for a poor connection, which has words of its own. */
  text: string
  poor?: PoorConnection
  /** True for a rule about plants that aren’t expected to be connected; all others pass them over. */
  isForResting?: true
  member: 'certificateExpiresAt' | 'lastSeenAt' | 'lastAuthFailureAt' | 'createdAt'
  /** `atMs` is the instant of `member`; null when there is none, or none that is readable. */
  isMet: (plant: Plant, atMs: number | null, nowMs: number) => boolean
}

const isInBucket = (plant: Plant, bucket: ExpiryBucket, nowMs: number) =>
  expiryBucket(plant, nowMs) === bucket

/** Most urgent first. Within one rule, the earliest instant is the most urgent. */
const rules: readonly UrgencyRule[] = [
  {
    key: 'expired',
    tone: 'danger',
    text: 'Certificate expired',
    member: 'certificateExpiresAt',
    isMet: (plant, _atMs, nowMs) => isInBucket(plant, 'expired', nowMs),
  },
  {
    key: 'offline-long',
    tone: 'danger',
    text: '',
    poor: 'OFFLINE',
    member: 'lastSeenAt',
    isMet: ({ status }, atMs, nowMs) =>
      status === 'OFFLINE' && atMs !== null && nowMs - atMs > dayMs,
  },
  {
    key: 'week',
    tone: 'danger',
    text: 'Certificate expires',
    member: 'certificateExpiresAt',
    isMet: (plant, _atMs, nowMs) => isInBucket(plant, 'week', nowMs),
  },
  {
    key: 'offline',
    tone: 'danger',
    text: '',
    poor: 'OFFLINE',
    member: 'lastSeenAt',
    isMet: (plant) => plant.status === 'OFFLINE' && !awaitsFirstContact(plant),
  },
  {
    key: 'resting-online',
    tone: 'warn',
    text: 'Connected despite its lifecycle, last seen',
    isForResting: true,
    member: 'lastSeenAt',
    isMet: contradictsLifecycle,
  },
  {
    key: 'auth-failures',
    tone: 'warn',
    text: 'Authentication failed',
    member: 'lastAuthFailureAt',
    isMet: (plant, _atMs, nowMs) =>
      (plant.authFailureCount ?? 0) > 0 && areFailuresRecent(plant, nowMs),
  },
  {
    key: 'silent',
    tone: 'warn',
    text: 'Online, but last seen',
    member: 'lastSeenAt',
    isMet: (plant, _atMs, nowMs) => contradictsLastSeen(plant, nowMs),
  },
  {
    key: 'degraded',
    tone: 'warn',
    text: '',
    poor: 'DEGRADED',
    member: 'lastSeenAt',
    isMet: (plant) => plant.status === 'DEGRADED' && !awaitsFirstContact(plant),
  },
  {
    key: 'month',
    tone: 'warn',
    text: 'Certificate expires',
    member: 'certificateExpiresAt',
    isMet: (plant, _atMs, nowMs) => isInBucket(plant, 'month', nowMs),
  },
  {
    key: 'never-connected',
    tone: 'info',
    text: 'Never connected, created',
    member: 'createdAt',
    isMet: awaitsFirstContact,
  },
]

/** Larger than any instant, so that the rule counts before the instant; the product stays an exact integer. */
const perRule = 9e14

/** Returns the rank of a plant's urgency at a time (Unix ms): smaller is more urgent, Infinity is not urgent. */
export function urgencyRank(plant: Plant, nowMs: number): number {
  const at = rules.findIndex((rule) => isMet(rule, plant, nowMs))
  const rule = rules[at]
  if (!rule) return Infinity
  const atMs = readInstant(plant[rule.member]) ?? 0
  return at * perRule + Math.min(Math.max(atMs, 0), perRule - 1)
}

/** Returns the most urgent problem of a plant at a time (Unix ms); undefined when nothing is urgent. */
export function urgencyOf(plant: Plant, nowMs: number): Urgency | undefined {
  const rank = urgencyRank(plant, nowMs)
  const rule = rules[Math.floor(rank / perRule)]
  if (!rule) return undefined
  const { key, tone, text, member, poor } = rule
  const words = poor === undefined ? { text, at: plant[member] } : poorConnection(poor, plant)
  return { rank, key, tone, at: undefined, ...words }
}

function isMet(rule: UrgencyRule, plant: Plant, nowMs: number): boolean {
  if (isResting(plant.lifecycleStatus) !== (rule.isForResting ?? false)) return false
  // A plant is offline even when the time of its last contact is unreadable.
  const atMs = isUnreadable(plant, rule.member) ? null : (readInstant(plant[rule.member]) ?? null)
  return rule.isMet(plant, atMs, nowMs)
}
