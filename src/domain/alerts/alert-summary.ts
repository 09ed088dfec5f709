import { worstSeverity } from './alert-severity'
import { isAcknowledged, isActive, isOfUnknownState } from './alert-status'
import type { Alert } from '@/api/alerts'

interface AlertSummary {
  unresolved: number
  acknowledged: number
  unknown: number
  worst: string | undefined
}

/** Summarizes alerts. Acknowledging an alert does not remove its cause, so it stays unresolved. */
export function summarizeAlerts(
  alerts: readonly Pick<Alert, 'severity' | 'status'>[],
): AlertSummary {
  const acknowledged = alerts.filter(isAcknowledged)
  const unresolved = [...alerts.filter(isActive), ...acknowledged]
  return {
    unresolved: unresolved.length,
    acknowledged: acknowledged.length,
    unknown: alerts.filter(isOfUnknownState).length,
    worst: worstSeverity(unresolved),
  }
}

/** Returns ", 2 of them acknowledged" or similar for the unresolved alerts; empty when none is acknowledged. */
export function acknowledgedText({ unresolved, acknowledged }: AlertSummary): string {
  if (acknowledged === 0) return ''
  if (acknowledged < unresolved) return `, ${acknowledged} of them acknowledged`
  return unresolved === 1 ? ', acknowledged' : ', all acknowledged'
}
