import { severityRank } from './alert-severity'
import { alertStatusRank, isResolved } from './alert-status'
import type { Alert } from '@/api/alerts'
import { readInstant } from '@/lib/instants'
import { isPathSegment } from '@/lib/path-segment'
import { isUnreadable } from '@/lib/unreadable'

/** A column by which alerts can be sorted. */
export type AlertSort = 'severity' | 'status' | 'type' | 'created' | 'duration'

/** Filters and order of the displayed alerts; without `sort`, the most urgent come first. */
export interface AlertView {
  severity?: string | undefined
  status?: string | undefined
  sort?: AlertSort | undefined
  order?: 'ascending' | 'descending' | undefined
}

/** Returns how long an alert has lasted, ms; undefined when the dates don't determine it. */
export function alertDurationMs(
  alert: Pick<Alert, 'createdAt' | 'resolvedAt' | 'status' | 'unreadable'>,
  nowMs: number,
): number | undefined {
  if (isUnreadable(alert, 'createdAt', 'resolvedAt')) return undefined
  const { createdAt, resolvedAt } = alert
  const startMs = readInstant(createdAt)
  const endMs = readInstant(resolvedAt)
  if (typeof startMs !== 'number' || endMs === undefined) return undefined
  // Resolved without an end date: it is over, but its duration is unknown.
  if (endMs === null && isResolved(alert)) return undefined
  const ms = (endMs ?? nowMs) - startMs
  return ms >= 0 ? ms : undefined
}

/** Returns the alerts of a view in its order. */
export function viewAlerts(alerts: readonly Alert[], view: AlertView, nowMs: number): Alert[] {
  const { severity, status, sort, order = 'descending' } = view
  const wanted = alerts.filter(
    (alert) =>
      (severity === undefined || alert.severity === severity) &&
      (status === undefined || alert.status === status),
  )
  if (sort === undefined) return wanted.toSorted(byUrgency)
  const sign = order === 'ascending' ? 1 : -1
  return wanted.toSorted(
    (a, b) => sign * compare(keyOf(a, sort, nowMs), keyOf(b, sort, nowMs)) || byUrgency(a, b),
  )
}

/** Returns a field's distinct values as filter options, except those that a URL cannot contain. */
export function valuesOf(alerts: readonly Alert[], field: 'severity' | 'status'): string[] {
  return [...new Set(alerts.map((alert) => alert[field]))].filter(isPathSegment)
}

function createdMs({ createdAt }: Alert): number {
  return readInstant(createdAt) ?? 0
}

/** Unacknowledged first, then the most severe, then the newest. */
function byUrgency(a: Alert, b: Alert): number {
  return (
    alertStatusRank(b.status) - alertStatusRank(a.status) ||
    severityRank(b.severity) - severityRank(a.severity) ||
    createdMs(b) - createdMs(a)
  )
}

function keyOf(alert: Alert, sort: AlertSort, nowMs: number): number | string {
  switch (sort) {
    case 'severity':
      return severityRank(alert.severity)
    case 'status':
      return alertStatusRank(alert.status)
    case 'type':
      return alert.type ?? ''
    case 'created':
      return createdMs(alert)
    case 'duration':
      return alertDurationMs(alert, nowMs) ?? -1
  }
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
