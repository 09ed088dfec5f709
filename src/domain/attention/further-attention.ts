// What the list's rows don't show: the whole fleet, two readings, this browser's own commands and renewals.
import { type AttentionRule, facetIs } from './attention-severity'
import type { Condition } from '@/domain/fleet/fleet-filter'
import { dayMs, minuteMs } from '@/lib/instants'

/**
 * Our own limit: a shorter time offline is a restart, or a connection that comes and goes. It counts from the last contact,
 * so that a plant that connects in between never reaches it.
 */
export const offlineDelayMs = 15 * minuteMs
/** Our own limit: commissioning a plant may take a week. */
export const pendingDelayMs = 7 * dayMs
/** Our own limit: a plant is connected on the day on which it gets its credentials, or something is wrong. */
export const firstContactDelayMs = dayMs
/** Our own limit: a new package is installed within a day, or was forgotten. */
export const renewalDelayMs = dayMs

/** Returns the condition that a plant was created more than so many ms ago. */
export const createdOver = (ms: number): Condition => ({
  kind: 'age',
  field: 'created',
  op: '>',
  ms,
})
/** Steps to the authentication failures: the list can be filtered by their number, but not by their times. */
export const failuresStep = [
  'Show the failures',
  'Show all failures, including older ones',
] as const
const onCertificates = { part: 'security', place: 'certificates' } as const

/** Rules that the list doesn't have. */
export const furtherAttention = {
  outage: {
    severity: 'critical',
    why: 'When nearly all plants disconnect at once, the cause is the platform or its network, not the plants.',
    words: ['plant lost its connection', 'plants lost their connection at once'],
    first: '',
    step: 'Check the platform first',
    part: 'overview',
    place: [facetIs('status', 'OFFLINE')],
  },
  'shared-fingerprint': {
    ...onCertificates,
    severity: 'critical',
    why: 'Anyone with a copied key can pose as the plant.',
    words: ['plant has a certificate of another one', 'plants share a certificate'],
    first: '',
    step: 'Compare the certificates',
  },
  'failures-rising': {
    severity: 'high',
    why: 'Since the earlier reading, something tried to connect with credentials that are rejected: a plant that is locked out, or an attack.',
    words: ['plant has new authentication failures', 'plants have new authentication failures'],
    first: 'The earliest was',
    step: failuresStep,
    part: 'security',
    place: [{ kind: 'count', field: 'failures', op: '>', count: 0 }],
  },
  'renewal-refused': {
    ...onCertificates,
    severity: 'high',
    why: 'A plant that is rejected with its new certificate can’t connect, although the renewal looks done.',
    words: ['renewed certificate is rejected', 'renewed certificates are rejected'],
    first: 'The first was issued',
    step: 'Show the renewals',
  },
  'no-answer': {
    severity: 'high',
    why: 'A command may have changed something on site, and no one knows whether it did.',
    words: [
      'plant hasn’t answered a command from this browser',
      'plants haven’t answered commands from this browser',
    ],
    first: 'The first was sent',
    step: 'Show the oldest command',
    part: 'commands',
    place: 'first plant',
  },
  'run-no-answer': {
    severity: 'high',
    why: 'This is the last known state. Check the run again to see later answers.',
    words: ['plant hasn’t answered a command of a run', 'plants haven’t answered commands of runs'],
    first: 'The first was sent',
    step: 'Show the run',
    part: 'commands',
    place: 'runs',
  },
  'renewal-unused': {
    ...onCertificates,
    severity: 'medium',
    why: 'Until its package is installed, the plant uses the old certificate, which expires.',
    words: ['renewed certificate isn’t in use yet', 'renewed certificates aren’t in use yet'],
    first: 'The first was issued',
    step: 'Show the renewals',
  },
  'seen-after-expiry': {
    ...onCertificates,
    severity: 'medium',
    why: 'Either the broker accepts expired certificates, or the platform lists an old one.',
    words: [
      'plant was seen days after its certificate expired',
      'plants were seen days after their certificates expired',
    ],
    first: '',
    step: 'Compare the certificates',
  },
  'shared-serial': {
    ...onCertificates,
    severity: 'medium',
    why: 'A controller was copied, or two authorities issue certificates.',
    words: [
      'plant has the certificate serial number of another one',
      'plants share certificate serial numbers',
    ],
    first: '',
    step: 'Compare the certificates',
  },
  'unused-certificate': {
    ...onCertificates,
    severity: 'low',
    why: 'Nothing is lost, but anyone who has the key may still be able to connect.',
    words: [
      'plant has a certificate that it doesn’t use',
      'plants have certificates that they don’t use',
    ],
    first: '',
    step: 'Compare the certificates',
  },
} as const satisfies Record<string, AttentionRule>
