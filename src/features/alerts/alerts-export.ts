import type { AlertsSearch } from './alerts-search'
import type { Alert } from '@/api/alerts'
import type { PlantDetail } from '@/api/plant-schemas'
import { alertDurationMs } from '@/domain/alerts/alert-list'
import { severityMeanings } from '@/domain/alerts/alert-severity'
import { alertStatusMeanings, isResolved } from '@/domain/alerts/alert-status'
import { plantLabel } from '@/domain/plant/plant-name'
import { meaningOf } from '@/domain/status/meaning'
import { fileNamePart } from '@/lib/file-name'
import { secondMs } from '@/lib/instants'
import {
  type ExportTable,
  type TableCell,
  type TableColumn,
  extentLines,
  instantCell,
  memberCell,
  unreadableCell,
} from '@/lib/table-export/export-table'
import { isUnreadable } from '@/lib/unreadable'

/** Data of the export. */
interface AlertsExport {
  plant: Pick<PlantDetail, 'id' | 'name' | 'serialNumber'>
  /** The alerts shown, in their order. */
  alerts: readonly Alert[]
  total: number
  /** Number of alerts that are not among the total because they could not be read. */
  unreadable: number
  search: AlertsSearch
  readAtMs: number
  exportedAtMs: number
}

const columns: readonly TableColumn[] = [
  { heading: 'Severity', kind: 'text' },
  { heading: 'Status', kind: 'text' },
  { heading: 'Message', kind: 'text' },
  { heading: 'Type', kind: 'text' },
  { heading: 'Created', kind: 'time' },
  { heading: 'Active for (s)', kind: 'number' },
  { heading: 'Acknowledged by', kind: 'text' },
  { heading: 'Acknowledged', kind: 'time' },
  { heading: 'Resolved', kind: 'time' },
  { heading: 'Alert ID', kind: 'text' },
]

/** Returns the displayed alerts as worded on screen; a date or name that an alert can't have yet is empty. */
export function alertsExport(given: AlertsExport): ExportTable {
  const { plant, alerts, total, unreadable, search, readAtMs, exportedAtMs } = given
  const extent = { noun: 'alerts', shown: alerts.length, total, readAtMs, exportedAtMs }
  const lost = { label: 'Couldn’t be read', text: `${unreadable} more, which may be active` }
  const day = new Date(exportedAtMs).toISOString().slice(0, 10)
  return {
    fileName: `alerts-${fileNamePart(plantLabel(plant))}-${day}`,
    title: 'Alerts',
    columns,
    about: [
      { label: 'Plant', text: plant.name },
      { label: 'Serial number', text: plant.serialNumber },
      ...extentLines({ ...extent, filter: filterText(search) }),
      ...(unreadable > 0 ? [lost] : []),
    ],
    rows: alerts.map((alert) => rowOf(alert, readAtMs)),
    rowCount: alerts.length,
  }
}

function filterText({ severity, status }: AlertsSearch): string {
  return [
    ...(severity === undefined ? [] : [`Severity: ${meaningOf(severityMeanings, severity).label}`]),
    ...(status === undefined ? [] : [`Status: ${meaningOf(alertStatusMeanings, status).label}`]),
  ].join(', ')
}

function rowOf(alert: Alert, nowMs: number): TableCell[] {
  const durationMs = alertDurationMs(alert, nowMs)
  const isAcknowledged =
    Boolean(alert.acknowledgedBy || alert.acknowledgedAt) ||
    isUnreadable(alert, 'acknowledgedBy', 'acknowledgedAt')
  return [
    isUnreadable(alert, 'severity')
      ? unreadableCell
      : meaningOf(severityMeanings, alert.severity).label,
    isUnreadable(alert, 'status')
      ? unreadableCell
      : meaningOf(alertStatusMeanings, alert.status).label,
    memberCell(alert, 'message'),
    memberCell(alert, 'type'),
    instantCell(alert, 'createdAt'),
    durationMs === undefined ? 'unknown' : Math.floor(durationMs / secondMs),
    memberCell(alert, 'acknowledgedBy') || (isAcknowledged ? 'name not given' : null),
    instantCell(alert, 'acknowledgedAt') ?? (isAcknowledged ? 'at an unknown time' : null),
    instantCell(alert, 'resolvedAt') ?? (isResolved(alert) ? 'at an unknown time' : null),
    memberCell(alert, 'id'),
  ]
}
