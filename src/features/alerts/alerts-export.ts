import type { AlertsSearch } from './alerts-search'
import type { Alert } from '@/api/alerts'
import type { PlantDetail } from '@/api/plant-schemas'
import { alertDurationMs } from '@/domain/alerts/alert-list'
import { severityMeanings } from '@/domain/alerts/alert-severity'
import { alertStatusMeanings, isResolved } from '@/domain/alerts/alert-status'
import { plantLabel } from '@/domain/plant/plant-name'
import { meaningOf } from '@/domain/status/meaning'
import { datedName, fileNamePart } from '@/lib/file-name'
import { secondMs } from '@/lib/instants'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type ExportTable,
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

/** An alert at the time of its reading (Unix ms). */
interface ReadAlert {
  alert: Alert
  nowMs: number
}

const columns: readonly CellColumn<ReadAlert>[] = [
  textColumn('Severity', ({ alert }) =>
    isUnreadable(alert, 'severity')
      ? unreadableCell
      : meaningOf(severityMeanings, alert.severity).label,
  ),
  textColumn('Status', ({ alert }) =>
    isUnreadable(alert, 'status')
      ? unreadableCell
      : meaningOf(alertStatusMeanings, alert.status).label,
  ),
  textColumn('Message', ({ alert }) => memberCell(alert, 'message')),
  textColumn('Type', ({ alert }) => memberCell(alert, 'type')),
  timeColumn('Created', ({ alert }) => instantCell(alert, 'createdAt')),
  numberColumn('Active for (s)', ({ alert, nowMs }) => {
    const durationMs = alertDurationMs(alert, nowMs)
    return durationMs === undefined ? 'unknown' : Math.floor(durationMs / secondMs)
  }),
  textColumn(
    'Acknowledged by',
    ({ alert }) =>
      memberCell(alert, 'acknowledgedBy') || (hasAcknowledgement(alert) ? 'name not given' : null),
  ),
  timeColumn(
    'Acknowledged',
    ({ alert }) =>
      instantCell(alert, 'acknowledgedAt') ??
      (hasAcknowledgement(alert) ? 'at an unknown time' : null),
  ),
  timeColumn(
    'Resolved',
    ({ alert }) =>
      instantCell(alert, 'resolvedAt') ?? (isResolved(alert) ? 'at an unknown time' : null),
  ),
  textColumn('Alert ID', ({ alert }) => memberCell(alert, 'id')),
]

function hasAcknowledgement(alert: Alert): boolean {
  return (
    Boolean(alert.acknowledgedBy || alert.acknowledgedAt) ||
    isUnreadable(alert, 'acknowledgedBy', 'acknowledgedAt')
  )
}

/** Returns the displayed alerts as worded on screen; a date or name that an alert can't have yet is empty. */
export function alertsExport(given: AlertsExport): ExportTable {
  const { plant, alerts, total, unreadable, search, readAtMs, exportedAtMs } = given
  const extent = { noun: 'alerts', shown: alerts.length, total, readAtMs, exportedAtMs }
  const lost = { label: 'Couldn’t be read', text: `${unreadable} more, which may be active` }
  return {
    fileName: datedName(`alerts-${fileNamePart(plantLabel(plant))}`, exportedAtMs),
    title: 'Alerts',
    columns: headsOf(columns),
    about: [
      { label: 'Plant', text: plant.name },
      { label: 'Serial number', text: plant.serialNumber },
      ...extentLines({ ...extent, filter: filterText(search) }),
      ...(unreadable > 0 ? [lost] : []),
    ],
    rows: alerts.map((alert) => cellsOf(columns, { alert, nowMs: readAtMs })),
    rowCount: alerts.length,
  }
}

function filterText({ severity, status }: AlertsSearch): string {
  return [
    ...(severity === undefined ? [] : [`Severity: ${meaningOf(severityMeanings, severity).label}`]),
    ...(status === undefined ? [] : [`Status: ${meaningOf(alertStatusMeanings, status).label}`]),
  ].join(', ')
}
