import type { ReactNode } from 'react'
import type { AlertsSearch } from './alerts-search'
import type { Alert } from '@/api/alerts'
import { type AlertSort, alertDurationMs } from '@/domain/alerts/alert-list'
import { severityMeanings } from '@/domain/alerts/alert-severity'
import { alertStatusMeanings, isActive, isResolved } from '@/domain/alerts/alert-status'
import { meaningOf } from '@/domain/status/meaning'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { formatDuration } from '@/ui/relative-time-format'
import { StatusBadge } from '@/ui/status-badge'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'

interface AlertsTableProps {
  alerts: readonly Alert[]
  nowMs: number
  search: AlertsSearch
  onSearchChange: (change: Partial<AlertsSearch>) => void
}

const columns: readonly { label: string; sort?: AlertSort; isNumeric?: boolean }[] = [
  { label: 'Severity', sort: 'severity' },
  { label: 'Status', sort: 'status' },
  { label: 'Message' },
  { label: 'Type', sort: 'type' },
  { label: 'Created', sort: 'created' },
  { label: 'Active for', sort: 'duration', isNumeric: true },
  { label: 'Acknowledged' },
  { label: 'Resolved' },
]

export function AlertsTable({ alerts, nowMs, search, onSearchChange }: AlertsTableProps) {
  const { sort, order = 'descending' } = search
  // Cycles through the most useful order, its reverse, and the default order by urgency.
  function sortBy(column: AlertSort) {
    if (sort !== column) onSearchChange({ sort: column, order: undefined })
    else if (order === 'descending') onSearchChange({ order: 'ascending' })
    else onSearchChange({ sort: undefined, order: undefined })
  }
  return (
    <Table label="Alerts" isCards>
      <THead>
        <Tr>
          {columns.map((column) => (
            <Th
              key={column.label}
              isNumeric={column.isNumeric}
              sort={column.sort && (column.sort === sort ? order : 'none')}
              onSort={() => column.sort && sortBy(column.sort)}
            >
              {column.label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {alerts.map((alert, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- ids may be missing or repeated
          <Row key={`${alert.id} ${index}`} alert={alert} nowMs={nowMs} />
        ))}
      </TBody>
    </Table>
  )
}

function Row({ alert, nowMs }: { alert: Alert; nowMs: number }) {
  const isFieldUnreadable = (name: keyof Alert) => isUnreadable(alert, name)
  const severity = meaningOf(severityMeanings, alert.severity, isFieldUnreadable('severity'))
  const status = meaningOf(alertStatusMeanings, alert.status, isFieldUnreadable('status'))
  const durationMs = alertDurationMs(alert, nowMs)
  return (
    <Tr>
      <Td isCardTitle>
        <StatusBadge isPlain tone={isResolved(alert) ? 'neutral' : severity.tone}>
          <UntrustedText isCut>{severity.label}</UntrustedText>
        </StatusBadge>
      </Td>
      <Td label="Status">
        <StatusBadge isPlain tone={status.tone}>
          <UntrustedText isCut>{status.label}</UntrustedText>
        </StatusBadge>
      </Td>
      <Td label="Message" className="min-w-56 whitespace-normal! wrap-anywhere">
        <UntrustedText fallback="(no message)" isUnreadable={isFieldUnreadable('message')}>
          {alert.message}
        </UntrustedText>
      </Td>
      <Td label="Type">
        <UntrustedText className="font-mono text-xs" isUnreadable={isFieldUnreadable('type')}>
          {alert.type}
        </UntrustedText>
      </Td>
      <Td label="Created">
        <RelativeTime
          value={alert.createdAt}
          absent="–"
          isUnreadable={isFieldUnreadable('createdAt')}
          className="tabular-nums"
        />
      </Td>
      <Td label="Active for" isNumeric>
        {durationMs === undefined ? (
          <span className="text-faint">unknown</span>
        ) : (
          <>
            {formatDuration(durationMs)}
            {isActive(alert) ? <span className="sr-only"> so far</span> : null}
          </>
        )}
      </Td>
      <Td label="Acknowledged" className="print:wrap-anywhere">
        <Acknowledgement alert={alert} />
      </Td>
      <Td label="Resolved">
        <RelativeTime
          value={alert.resolvedAt}
          isUnreadable={isFieldUnreadable('resolvedAt')}
          absent={isResolved(alert) ? 'at an unknown time' : 'not yet'}
          className="tabular-nums"
        />
      </Td>
    </Tr>
  )
}

function Acknowledgement({ alert }: { alert: Alert }): ReactNode {
  const { acknowledgedBy, acknowledgedAt } = alert
  const isByLost = isUnreadable(alert, 'acknowledgedBy')
  const isAtLost = isUnreadable(alert, 'acknowledgedAt')
  if (!acknowledgedBy && !acknowledgedAt && !isByLost && !isAtLost) {
    return <span className="text-muted">not yet</span>
  }
  return (
    <>
      <UntrustedText isUnreadable={isByLost} fallback="name not given">
        {acknowledgedBy}
      </UntrustedText>{' '}
      <span className="text-muted tabular-nums">
        <RelativeTime value={acknowledgedAt} absent="at an unknown time" isUnreadable={isAtLost} />
      </span>
    </>
  )
}
