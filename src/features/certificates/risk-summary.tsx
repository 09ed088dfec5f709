import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { workSummary } from '@/domain/renewals/work-summary'
import { countOf } from '@/lib/format-count'
import { dayBefore } from '@/lib/zoned-days'
import { Button } from '@/ui/button'
import { usePrinting } from '@/ui/printing'

interface RiskSummaryProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

const noFilter = {
  q: undefined,
  grade: undefined,
  reach: undefined,
  lifecycle: undefined,
  auth: undefined,
}

/** The work to do now, in one line; each number lists its certificates, or all again. */
export function RiskSummary({ rows, search, onSearchChange }: RiskSummaryProps) {
  const isPrinting = usePrinting()
  const { from, to } = search
  const hasSpan = from !== undefined || to !== undefined
  // The list below explains why there are none.
  if (rows.length === 0 && !hasSpan) return null
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1">
      <p role="status" className="font-medium tabular-nums">
        {countOf(rows.length, 'certificate')} {hasSpan ? spanText(from, to) : 'at risk'}
        {(rows.length > 0 ? workSummary(rows) : []).map((part, place) => {
          const { before = '', text, after = '', filter } = part
          if (!filter || isPrinting) return before + text + after
          const isListed =
            'grade' in filter ? search.grade === filter.grade : search.reach === filter.reach
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the parts keep their order
            <span key={place} className="whitespace-nowrap">
              {before}
              <button
                type="button"
                aria-pressed={isListed}
                className="rounded-sm whitespace-normal underline underline-offset-2 hover:no-underline aria-pressed:bg-selected max-md:py-3"
                onClick={() => onSearchChange(isListed ? noFilter : { ...noFilter, ...filter })}
              >
                {text}
              </button>
              {after}
            </span>
          )
        })}
      </p>
      {hasSpan ? (
        <Button onClick={() => onSearchChange({ from: undefined, to: undefined })}>
          Show those at risk
        </Button>
      ) : null}
    </div>
  )
}

function spanText(from: string | undefined, to: string | undefined): string {
  const last = to === undefined ? undefined : dayBefore(to)
  if (from === undefined) return `expiring up to ${last}`
  return last === undefined ? `expiring from ${from}` : `expiring from ${from} up to ${last}`
}
