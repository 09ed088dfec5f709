// The signs that decide between locked out and dark, as far as the verdict itself doesn't state them.
import { type CertificatePlant, type Reach, signsOf } from './reach'

/** A sign of a plant: its last contact, its last failed authentication, or that there was none since the contact. */
export type VerdictFact = 'seen' | 'failed' | 'noAttempt'

/** Signs that the verdict on each way to reach a plant leaves to state. */
const signs: Record<Reach, readonly ('seen' | 'attempt')[]> = {
  connected: ['seen'],
  silent: [],
  offline: [],
  never: [],
  resting: [],
  lockedOut: ['seen'],
  dark: ['attempt'],
  expired: ['seen', 'attempt'],
  unknown: [],
}

/** Returns the signs to state beside a verdict, which has the time of the one that `reachWords` names. */
export function verdictFacts(
  plant: Pick<CertificatePlant, 'lastSeenAt' | 'lastAuthFailureAt' | 'unreadable'>,
  reach: Reach,
): readonly VerdictFact[] {
  const { seenMs = -Infinity, failedMs } = signsOf(plant)
  // A failure before the latest contact was overcome; an unreadable one is shown as such.
  const attempt = failedMs === undefined || failedMs > seenMs ? 'failed' : 'noAttempt'
  return signs[reach].map((sign) => (sign === 'attempt' ? attempt : sign))
}
