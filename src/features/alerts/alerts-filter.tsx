import type { AlertsSearch } from './alerts-search'
import type { Alert } from '@/api/alerts'
import { valuesOf } from '@/domain/alerts/alert-list'
import { severityMeanings, severityRank } from '@/domain/alerts/alert-severity'
import { alertStatusMeanings } from '@/domain/alerts/alert-status'
import { type Meaning, meaningOf } from '@/domain/status/meaning'
import { NativeSelect } from '@/ui/native-select'
import { visibleText } from '@/ui/visible-text'

interface AlertsFilterProps {
  alerts: readonly Alert[]
  search: AlertsSearch
  onSearchChange: (change: Partial<AlertsSearch>) => void
}

export function AlertsFilter({ alerts, search, onSearchChange }: AlertsFilterProps) {
  const severities = valuesOf(alerts, 'severity').toSorted(
    (a, b) => severityRank(b) - severityRank(a),
  )
  const counted = (field: 'severity' | 'status', value: string) =>
    alerts.filter((alert) => alert[field] === value).length
  const options = (
    field: 'severity' | 'status',
    values: readonly string[],
    meanings: Record<string, Meaning>,
  ) => (
    <>
      <option value="">All ({alerts.length})</option>
      {/* A shared URL may contain a value that no alert has. */}
      {[...new Set([...values, ...(search[field] === undefined ? [] : [search[field]])])].map(
        (value) => (
          <option key={value} value={value}>
            {visibleText(meaningOf(meanings, value).label)} ({counted(field, value)})
          </option>
        ),
      )}
    </>
  )
  return (
    <div className="flex flex-wrap gap-3 max-md:w-full max-md:[&>*]:flex-1" data-print="hide">
      <NativeSelect
        label="Severity"
        value={search.severity ?? ''}
        onChange={({ target }) => onSearchChange({ severity: target.value || undefined })}
      >
        {options('severity', severities, severityMeanings)}
      </NativeSelect>
      <NativeSelect
        label="Status"
        value={search.status ?? ''}
        onChange={({ target }) => onSearchChange({ status: target.value || undefined })}
      >
        {options('status', valuesOf(alerts, 'status'), alertStatusMeanings)}
      </NativeSelect>
    </div>
  )
}
