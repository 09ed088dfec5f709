import type { CertificatesSearch } from './certificates-search'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { renewalAdvice } from '@/domain/certificates/renewal-advice'
import { countOf, formatCount } from '@/lib/format-count'
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
  const count = (isCounted: (row: AtRisk) => boolean) => rows.filter(isCounted).length
  const judged = count(({ reach }) => reach !== undefined)
  const undecided = count(({ reach }) => reach === 'expired')
  const unclear: [number, string][] =
    undecided > 0 ? [[undecided, 'locked out or not trying to connect (can’t tell)']] : []
  const reaches: [number, string][] = [
    [count(({ reach }) => reach === 'lockedOut'), 'locked out'],
    [count(({ reach }) => reach === 'dark'), 'not trying to connect'],
    ...unclear,
    [count(({ reach }) => reach !== undefined && renewalAdvice(reach).needsVisit), 'need a visit'],
    [count(({ reach }) => reach === 'connected'), 'can be renewed remotely'],
  ]
  const parts = [
    `${formatCount(count(({ grade }) => grade === 'expired'))} expired`,
    ...(judged < rows.length
      ? [judged === 0 ? 'contact not read yet' : `contact known for ${formatCount(judged)}`]
      : reaches.map(([number, words]) => `${formatCount(number)} ${words}`)),
  ]
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
      <p role="status" className="font-medium tabular-nums">
        {countOf(rows.length, 'certificate')} {hasSpan ? spanText(from, to) : 'at risk'}
        {rows.length > 0 ? `: ${parts.join(' · ')}` : null}
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
