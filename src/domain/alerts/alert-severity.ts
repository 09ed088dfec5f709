import type { Alert } from '@/api/alerts'
import type { Meaning } from '@/domain/status/meaning'

/** Documented severities: INFO in the seed; 1 WARNING, 2 ERROR, 3 CRITICAL on the platform's wire. */
type Severity = 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'

/** Labels, tones and hints of the severities. */
export const severityMeanings: Record<Severity, Meaning> = {
  INFO: { label: 'Info', tone: 'info', hint: 'Good to know; nothing is wrong.' },
  WARNING: { label: 'Warning', tone: 'warn', hint: 'May become a problem.' },
  ERROR: { label: 'Error', tone: 'danger', hint: 'Something isn’t working.' },
  CRITICAL: { label: 'Critical', tone: 'danger', hint: 'Act now.' },
}

const leastFirst: readonly string[] = ['INFO', 'WARNING', 'ERROR', 'CRITICAL']

/** Ranks a severity, higher being more severe; unknown ones rank above INFO, so that they are not overlooked. */
export function severityRank(severity: string): number {
  const rank = leastFirst.indexOf(severity)
  return rank === -1 ? 0.5 : rank
}

/** Returns true when an alert has not been acknowledged yet. */
export function isActive({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'ACTIVE'
}

/** Returns true when an alert was acknowledged and its cause remains. */
export function isAcknowledged({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'ACKNOWLEDGED'
}

/** Returns true when an alert's state is unknown: it may be over, or need attention immediately. */
export function isOfUnknownState({ status }: Pick<Alert, 'status'>): boolean {
  return status !== 'ACTIVE' && status !== 'ACKNOWLEDGED' && status !== 'RESOLVED'
}

/** Returns the highest severity among alerts; undefined when there are none. */
export function worstSeverity(alerts: readonly Pick<Alert, 'severity'>[]): string | undefined {
  return alerts
    .map(({ severity }) => severity)
    .toSorted((a, b) => severityRank(b) - severityRank(a))[0]
}
