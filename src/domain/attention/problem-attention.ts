// The problems of the list in the attention queue: which plants have them is decided by `problemRules` alone, in whose order
// they are listed.
import { type AttentionRule, facetIs } from './attention-severity'
import {
  createdOver,
  failuresStep,
  firstContactDelayMs,
  offlineDelayMs,
  pendingDelayMs,
} from './further-attention'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { recentFailureMs } from '@/domain/credentials/auth-failures'
import type { Condition } from '@/domain/fleet/fleet-filter'
import { maxSilenceMs, maxSilenceWords } from '@/domain/status/connection'
import { durationWords } from '@/lib/duration-units'
import { dayMs } from '@/lib/instants'

const seenOver = (ms: number): Condition => ({ kind: 'age', field: 'seen', op: '>', ms })
const hasFailed: Condition = { kind: 'count', field: 'failures', op: '>', count: 0 }
const isOffline = facetIs('status', 'OFFLINE')

const lastSeen = {
  first: 'The first was last seen',
  step: ['Show the plant', 'Show the plants'],
  part: 'overview',
} as const
const certificates = {
  step: ['Show the certificate', 'Show the certificates'],
  part: 'security',
  countsAtRest: true,
} as const
const dayWords = durationWords(dayMs)
const pendingWords = durationWords(pendingDelayMs)
const { urgentDays, soonDays } = defaultThresholds

/** Rules for the problems of the list, by their keys. */
export const problemAttention = {
  expired: {
    ...certificates,
    severity: 'critical',
    why: 'Once it disconnects, a plant with an expired certificate can’t connect again until someone installs a new package.',
    words: ['certificate has expired', 'certificates have expired'],
    first: 'The first expired',
    place: [facetIs('cert', 'expired')],
  },
  'offline-long': {
    ...lastSeen,
    severity: 'high',
    why: 'A plant that sleeps at night is back within a day. After a day, someone must find the cause.',
    words: [
      `plant is offline, last seen over ${dayWords} ago`,
      `plants are offline, last seen over ${dayWords} ago`,
    ],
    place: [isOffline, seenOver(dayMs)],
  },
  week: {
    ...certificates,
    severity: 'high',
    why: 'A renewal that needs a visit must be under way by now.',
    words: [
      `certificate expires within ${urgentDays} days`,
      `certificates expire within ${urgentDays} days`,
    ],
    first: 'The first expires',
    place: [facetIs('cert', 'week')],
  },
  offline: {
    ...lastSeen,
    severity: 'medium',
    why: 'Most plants come back by themselves within a day, at night as by day.',
    words: ['plant is offline', 'plants are offline'],
    place: [isOffline, facetIs('seen', 'hour', 'day', 'never', 'unreadable')],
    narrowedBy: seenOver(offlineDelayMs),
  },
  'resting-online': {
    ...lastSeen,
    severity: 'medium',
    why: 'If a plant that may not connect stays connected, the broker doesn’t check the lifecycle.',
    words: [
      'plant is connected despite its lifecycle',
      'plants are connected despite their lifecycle',
    ],
    first: '',
    place: [facetIs('status', 'ONLINE', 'DEGRADED')],
  },
  'auth-failures': {
    ...lastSeen,
    severity: 'medium',
    step: failuresStep,
    why: `The failures are from the last ${durationWords(recentFailureMs)}, or later than the plant’s last contact. None is known to be new.`,
    words: [
      'plant had recent authentication failures',
      'plants had recent authentication failures',
    ],
    first: 'The earliest was',
    part: 'security',
    place: [hasFailed],
  },
  silent: {
    ...lastSeen,
    severity: 'medium',
    why: 'Reported as online, but without contact for days: one of the two is wrong.',
    words: [
      `plant is reported online, but was last seen over ${maxSilenceWords} ago`,
      `plants are reported online, but were last seen over ${maxSilenceWords} ago`,
    ],
    place: [facetIs('status', 'ONLINE'), seenOver(maxSilenceMs)],
  },
  degraded: {
    ...lastSeen,
    severity: 'medium',
    why: 'A degraded plant is connected, but not everything in it responds.',
    words: ['plant is degraded', 'plants are degraded'],
    first: '',
    place: [facetIs('status', 'DEGRADED')],
  },
  unseen: {
    ...lastSeen,
    severity: 'medium',
    why: 'An unknown connection doesn’t mean offline, but there was no contact for days.',
    words: [
      `plant was last seen over ${maxSilenceWords} ago`,
      `plants were last seen over ${maxSilenceWords} ago`,
    ],
    place: [seenOver(maxSilenceMs)],
    hasStatuses: true,
  },
  month: {
    ...certificates,
    severity: 'medium',
    why: 'There is time to plan the renewals.',
    words: [
      `certificate expires in ${urgentDays} to ${soonDays} days`,
      `certificates expire in ${urgentDays} to ${soonDays} days`,
    ],
    first: 'The first expires',
    place: [facetIs('cert', 'month')],
  },
  'never-connected': {
    ...lastSeen,
    severity: 'low',
    why: 'Nothing is lost yet: the installation may not be finished.',
    words: [
      'plant is provisioned, but has never connected',
      'plants are provisioned, but have never connected',
    ],
    first: 'The first was created',
    part: 'security',
    place: [facetIs('seen', 'never')],
    narrowedBy: createdOver(firstContactDelayMs),
  },
  pending: {
    severity: 'low',
    why: 'Nothing is lost yet: the plant was created, but its commissioning doesn’t go on.',
    words: [
      `plant has waited over ${pendingWords} for its credentials`,
      `plants have waited over ${pendingWords} for their credentials`,
    ],
    first: 'The first was created',
    step: ['Show the plant', 'Show the plants'],
    part: 'security',
    place: [createdOver(pendingDelayMs), facetIs('cert', 'none')],
    hasStatuses: true,
  },
} as const satisfies Record<string, AttentionRule>

/** Key of a problem of the list that the queue has. */
export type ProblemKey = keyof typeof problemAttention
