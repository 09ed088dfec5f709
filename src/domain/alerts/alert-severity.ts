import type { Alert, AlertSeverity } from '@/api/alerts'
import type { Meaning } from '@/domain/status/meaning'
import { lookUp } from '@/lib/look-up'

/** Labels and tones of the severities (contract: `Alert.severity`). */
export const severityMeanings: Record<AlertSeverity, Meaning> = {
  INFO: { label: 'Info', tone: 'info', hint: 'Good to know; nothing is wrong.' },
  WARNING: { label: 'Warning', tone: 'warn', hint: 'May become a problem.' },
  ERROR: { label: 'Error', tone: 'danger', hint: 'Something isn’t working.' },
  CRITICAL: { label: 'Critical', tone: 'danger', hint: 'Act now.' },
}

const ranks = { INFO: 0, WARNING: 1, ERROR: 2, CRITICAL: 3 } satisfies Record<AlertSeverity, number>
const unknownRank = 0.5

/** Ranks a severity, higher being more severe; unknown ones rank above INFO, so that they are not overlooked. */
export function severityRank(severity: string): number {
  return lookUp<number>(ranks, severity) ?? unknownRank
}

/** Returns the highest severity among alerts; undefined when there are none. */
export function worstSeverity(alerts: readonly Pick<Alert, 'severity'>[]): string | undefined {
  return alerts
    .map(({ severity }) => severity)
    .toSorted((a, b) => severityRank(b) - severityRank(a))[0]
}
