import type { Meaning } from '@/domain/status/tone'
import type { Alert } from '@/api/alerts'

/** Severities that the documents name: INFO in the seed; 1 WARNING, 2 ERROR, 3 CRITICAL on the platform's wire. */
type Severity = 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'

/** How each severity is shown. */
export const severityMeanings: Record<Severity, Meaning> = {
  INFO: { label: 'Info', tone: 'info', hint: 'Good to know; nothing is wrong.' },
  WARNING: { label: 'Warning', tone: 'warn', hint: 'May become a problem.' },
  ERROR: { label: 'Error', tone: 'danger', hint: 'Something does not work.' },
  CRITICAL: { label: 'Critical', tone: 'danger', hint: 'Act now.' },
}

const leastFirst: readonly string[] = ['INFO', 'WARNING', 'ERROR', 'CRITICAL']

/** Higher is worse; a severity that is not known here stands between INFO and WARNING, so that it is not lost. */
export function severityRank(severity: string): number {
  const rank = leastFirst.indexOf(severity)
  return rank === -1 ? 0.5 : rank
}

/** Whether nobody looks after an alert yet. */
export function isActive({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'ACTIVE'
}

/** Whether an alert's state is none that is known here: it may be over, or need somebody at once. */
export function isOfUnknownState({ status }: Pick<Alert, 'status'>): boolean {
  return status !== 'ACTIVE' && status !== 'ACKNOWLEDGED' && status !== 'RESOLVED'
}

/** The worst severity among alerts; undefined when there are none. */
export function worstSeverity(alerts: readonly Pick<Alert, 'severity'>[]): string | undefined {
  return alerts
    .map(({ severity }) => severity)
    .toSorted((a, b) => severityRank(b) - severityRank(a))[0]
}
