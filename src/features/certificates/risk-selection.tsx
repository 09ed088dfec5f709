import type { WorklistListing } from './use-worklist'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { chooseRenewable } from '@/domain/renewals/renewable'
import { countOf, formatCount } from '@/lib/format-count'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'

interface RiskSelectionProps {
  /** The selected plants that the filter shows, most urgent first. */
  chosen: readonly AtRisk[]
  /** Number of selected plants that are not listed now. */
  hidden: number
  /** Number of plants on screen that are not selected. */
  unselected: number
  worklist: WorklistListing
  onSelectAll: () => void
  onClear: () => void
}

/** The selected plants at risk, and the way to renew them one at a time. */
export function RiskSelection(props: RiskSelectionProps) {
  const { chosen, hidden, unselected, worklist, onSelectAll, onClear } = props
  const whyForbidden = useWhyForbidden()
  if (chosen.length + hidden === 0) return null
  const { renewable, leftOut } = chooseRenewable(chosen, worklist.plantIds)
  const plants = countOf(renewable.length, 'plant')
  const [firstReason] = leftOut.keys()
  return (
    <section
      aria-label="Selection"
      data-print="hide"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-selected px-3 py-1.5 md:sticky md:top-0 md:z-10"
    >
      <div role="status" className="flex min-w-0 flex-wrap gap-x-2 tabular-nums">
        <span className="font-medium">
          {chosen.length > 0
            ? `${formatCount(chosen.length)} selected`
            : `${formatCount(hidden)} selected, none in view`}
        </span>
        {hidden > 0 && chosen.length > 0 ? (
          <span className="text-muted">{formatCount(hidden)} more not in this list</span>
        ) : null}
        {[...leftOut].map(([reason, count]) => (
          <span key={reason} className="text-warn">
            {formatCount(count)} left out: {clauseOf(reason)}
          </span>
        ))}
      </div>
      {unselected > 0 ? (
        <Button size="sm" variant="quiet" onClick={onSelectAll}>
          Select all shown
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {chosen.length > 0 ? (
        <Button
          variant="primary"
          className="ml-auto max-md:ml-0 max-md:w-full"
          disabledReason={
            whyForbidden('provision') ?? (renewable.length === 0 ? firstReason : undefined)
          }
          onClick={async () => {
            await worklist.add(chosen)
            onClear()
          }}
        >
          {worklist.plantIds.size === 0
            ? `Provision ${plants} one at a time`
            : `Add ${plants} to the worklist`}
        </Button>
      ) : null}
    </section>
  )
}

/** Turns a sentence into the end of another one. */
function clauseOf(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
