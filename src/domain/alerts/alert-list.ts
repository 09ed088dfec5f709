import { severityRank } from './alert-severity'
import type { Meaning } from '@/domain/status/tone'
import type { Alert } from '@/api/alerts'
import { readInstant } from '@/lib/instants'
import { isPathSegment } from '@/lib/path-segment'
import { isUnreadable } from '@/lib/unreadable'

/** States that the documents name: ACTIVE in the seed, the others by `acknowledgedAt` and `resolvedAt`. */
type AlertStatus = 'ACTIVE' | 'ACKNOWLEDGED' | 'RESOLVED'

/** How each state is shown. */
export const alertStatusMeanings: Record<AlertStatus, Meaning> = {
  ACTIVE: { label: 'Active', tone: 'warn', hint: 'Nobody has acknowledged it yet.' },
  ACKNOWLEDGED: { label: 'Acknowledged', tone: 'info', hint: 'Somebody looks after it.' },
  RESOLVED: { label: 'Resolved', tone: 'ok', hint: 'The cause is gone.' },
}

/** Columns that alerts are sorted by. */
export const alertSorts = ['severity', 'status', 'type', 'created', 'duration'] as const
/** A column that alerts are sorted by. */
export type AlertSort = (typeof alertSorts)[number]

/** What is shown of the alerts, and in which order; without `sort` what needs somebody comes first. */
export interface AlertView {
  severity?: string | undefined
  status?: string | undefined
  sort?: AlertSort | undefined
  order?: 'ascending' | 'descending' | undefined
}

/**
 * How long an alert was, or has been, true: from its creation to its end, or to now. Milliseconds; undefined when
 * the dates do not tell.
 */
export function alertDurationMs(
  alert: Pick<Alert, 'createdAt' | 'resolvedAt' | 'status' | 'unreadable'>,
  nowMs: number,
): number | undefined {
  if (isUnreadable(alert, 'createdAt', 'resolvedAt')) return undefined
  const { createdAt, resolvedAt, status } = alert
  const startMs = readInstant(createdAt)
  const endMs = readInstant(resolvedAt)
  if (typeof startMs !== 'number' || endMs === undefined) return undefined
  // Called resolved, but not since when: it is over, and nobody knows how long it took.
  if (endMs === null && status === 'RESOLVED') return undefined
  const ms = (endMs ?? nowMs) - startMs
  return ms >= 0 ? ms : undefined
}

/** The alerts of a view, in its order. */
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

/**
 * The values of a field among alerts, for a filter: each once, in the order in which they are met. Those that an
 * address cannot hold are left out, because the filter is in the address.
 */
export function valuesOf(alerts: readonly Alert[], field: 'severity' | 'status'): string[] {
  return [...new Set(alerts.map((alert) => alert[field]))].filter(isPathSegment)
}

const openFirst: readonly string[] = ['RESOLVED', 'ACKNOWLEDGED', 'ACTIVE']

/** A state that is not known here stands between acknowledged and active, so that it is not lost. */
function statusRank(status: string): number {
  const rank = openFirst.indexOf(status)
  return rank === -1 ? 1.5 : rank
}

function createdMs({ createdAt }: Alert): number {
  return readInstant(createdAt) ?? 0
}

/** What nobody looks after first, then the worst, then the newest. */
function byUrgency(a: Alert, b: Alert): number {
  return (
    statusRank(b.status) - statusRank(a.status) ||
    severityRank(b.severity) - severityRank(a.severity) ||
    createdMs(b) - createdMs(a)
  )
}

function keyOf(alert: Alert, sort: AlertSort, nowMs: number): number | string {
  switch (sort) {
    case 'severity':
      return severityRank(alert.severity)
    case 'status':
      return statusRank(alert.status)
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
