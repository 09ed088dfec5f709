import { useSuspenseQuery } from '@tanstack/react-query'
import { BellOff, BellRing, FilterX } from 'lucide-react'
import { AlertsFilter } from './alerts-filter'
import type { AlertsSearch } from './alerts-search'
import { AlertsTable } from './alerts-table'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { viewAlerts } from '@/domain/alerts/alert-list'
import { readabilityText } from '@/domain/alerts/alert-readability'
import { acknowledgedText, summarizeAlerts } from '@/domain/alerts/alert-summary'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { Notice } from '@/ui/notice'
import { StatusBadge } from '@/ui/status-badge'
import { useReadAt } from '@/ui/use-read-at'

const exportPart = codePart(() => import('./alerts-export'))

interface AlertsPageProps {
  plantId: string
  search: AlertsSearch
  onSearchChange: (change: Partial<AlertsSearch>) => void
}

export function AlertsPage({ plantId, search, onSearchChange }: AlertsPageProps) {
  const { data: plant, dataUpdatedAt } = useSuspenseQuery(plantQueries.detail(plantId))
  const readAtMs = useReadAt(dataUpdatedAt)
  if (!plant.alerts) return <NoAlertList plant={plant} />
  const { items: alerts, unreadable } = plant.alerts
  if (alerts.length === 0 && unreadable > 0) {
    return (
      <EmptyState icon={BellOff} title={readabilityText(plant.alerts)}>
        Some of them may be active. Checked{' '}
        <AbsoluteTime value={readAtMs} className="tabular-nums" />.
      </EmptyState>
    )
  }
  if (alerts.length === 0) {
    return (
      <EmptyState icon={BellRing} title="No alerts">
        The server lists none, active or past. Checked{' '}
        <AbsoluteTime value={readAtMs} className="tabular-nums" />.
      </EmptyState>
    )
  }
  const summary = summarizeAlerts(alerts)
  const { unresolved, unknown } = summary
  const noneLeft = unreadable > 0 ? 'None unresolved' : 'No active alerts'
  const shown = viewAlerts(alerts, search, readAtMs)
  async function table() {
    const exportedAtMs = serverNow()
    const { alertsExport } = await exportPart.load()
    const total = alerts.length
    return alertsExport({ plant, alerts: shown, total, unreadable, search, readAtMs, exportedAtMs })
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p role="status">
          <StatusBadge isPlain tone={unresolved + unknown + unreadable > 0 ? 'warn' : 'ok'}>
            {unresolved === 0 ? noneLeft : `${unresolved} unresolved${acknowledgedText(summary)}`}
            {unknown > 0 ? `, ${unknown} in an unknown state` : null}
          </StatusBadge>{' '}
          <span className="text-muted">
            · {alerts.length} {unreadable > 0 ? 'readable' : 'sent by the server'}
            {shown.length < alerts.length ? ` · ${shown.length} shown` : ''} · checked{' '}
            <AbsoluteTime value={readAtMs} className="tabular-nums" />
          </span>
        </p>
        <AlertsFilter alerts={alerts} search={search} onSearchChange={onSearchChange} />
      </div>
      {unreadable > 0 ? (
        <Notice tone="warn">
          <p>{readabilityText(plant.alerts)}. The others are not shown and may be active.</p>
        </Notice>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState
          icon={FilterX}
          title="No alerts match the filter"
          action={
            <Button onClick={() => onSearchChange({ severity: undefined, status: undefined })}>
              Show all alerts
            </Button>
          }
        />
      ) : (
        <AlertsTable
          alerts={shown}
          nowMs={readAtMs}
          search={search}
          onSearchChange={onSearchChange}
        />
      )}
      {shown.length > 0 ? <ExportButtons table={table} /> : null}
      <p className="text-xs text-muted">
        Alerts are raised, acknowledged and resolved on the platform. Its API doesn’t allow it from
        here.
      </p>
    </div>
  )
}

/** Explains a missing alert list. Missing, null and unreadable have different causes. */
function NoAlertList({ plant }: { plant: PlantDetail }) {
  if (isUnreadable(plant, 'alerts')) {
    return (
      <EmptyState icon={BellOff} title="Couldn’t read the list of alerts">
        The server sent something other than a list. The plant may have alerts that aren’t shown.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={BellOff} title="The server sent no alerts with this plant">
      {plant.alerts === null
        ? 'It sent null instead of a list. The plant may have alerts that aren’t shown.'
        : 'The plant may have alerts that aren’t shown.'}
    </EmptyState>
  )
}
