import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { latestAddress } from './latest-address'
import { useWorklist } from './use-worklist'
import { NextLink } from './worklist-next-link'
import { nextToRenew } from '@/domain/renewals/worklist-entry'
import { formatCount } from '@/lib/format-count'
import { buttonClass } from '@/ui/button-class'

/** A plant's place on the worklist, with links back to the list and on to the next plant. */
export function WorklistStepsBar({ plantId }: { plantId: string }) {
  const { entries } = useWorklist()
  const at = entries.findIndex((entry) => entry.plantId === plantId)
  if (at === -1) return null
  const next = nextToRenew(entries, plantId)
  return (
    <nav
      aria-label="Worklist"
      data-print="hide"
      // In view wherever the page is scrolled to when a dialog closes; the scroller keeps the focus out from below it.
      data-stays-on-top
      className="sticky top-0 z-10 flex items-center gap-x-3 rounded-md border border-line bg-surface px-3 py-2 max-md:-mx-2 max-md:gap-x-2 max-md:px-1.5 max-md:py-1"
    >
      <span className="flex items-center gap-1.5 text-muted tabular-nums max-md:sr-only">
        <ListChecks aria-hidden className="size-4" />
        Plant {formatCount(at + 1)} of {formatCount(entries.length)} on your worklist
      </span>
      <Link
        to="/certificates"
        search={latestAddress()}
        className={`${buttonClass({ size: 'sm' })} shrink-0`}
      >
        Back to the worklist
      </Link>
      {next ? (
        <div className="grid min-w-0 grid-cols-[minmax(0,auto)]">
          <NextLink entry={next} />
        </div>
      ) : null}
    </nav>
  )
}
