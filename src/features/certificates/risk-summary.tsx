import type { CertificatesSearch } from './certificates-search'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { workSummary } from '@/domain/renewals/work-summary'
import { countOf } from '@/lib/format-count'
import { dayBefore } from '@/lib/zoned-days'
import { Button } from '@/ui/button'

interface RiskSummaryProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  /** Lists the certificates at risk again, instead of those of a span. */
  onClear: () => void
}

/** The work to do now, in one line. */
export function RiskSummary({ rows, search, onClear }: RiskSummaryProps) {
  const { from, to } = search
  const hasSpan = from !== undefined || to !== undefined
  // The list below explains why there are none.
  if (rows.length === 0 && !hasSpan) return null
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
      <p role="status" className="font-medium tabular-nums">
        {countOf(rows.length, 'certificate')} {hasSpan ? spanText(from, to) : 'at risk'}
        {rows.length > 0 ? workSummary(rows) : null}
      </p>
      {hasSpan ? <Button onClick={onClear}>Show those at risk</Button> : null}
    </div>
  )
}

function spanText(from: string | undefined, to: string | undefined): string {
  const last = to === undefined ? undefined : dayBefore(to)
  if (from === undefined) return `expiring up to ${last}`
  return last === undefined ? `expiring from ${from}` : `expiring from ${from} up to ${last}`
}
