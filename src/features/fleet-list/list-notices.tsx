import type { useFleet } from '@/fleet/use-fleet'
import { formatCount } from '@/lib/format-count'
import { FleetFailureNotice, OutageNotice } from '@/plant-ui/fleet-notices'
import { Notice } from '@/ui/notice'
import { maxPrintedRows, usePrinting } from '@/ui/printing'

interface ListNoticesProps {
  matches: number
  fleet: ReturnType<typeof useFleet>
  /** The reason why a plant that the URL asks to create may not be created. */
  refusal: string | undefined
}

/** Notices to read before the rows. */
export function ListNotices({ matches, fleet, refusal }: ListNoticesProps) {
  const { outage } = fleet
  const isPrinting = usePrinting()
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {isPrinting && matches > maxPrintedRows ? (
        <p>
          Only the first {formatCount(maxPrintedRows)} of {formatCount(matches)} plants are printed.
          Export the list to get all of them.
        </p>
      ) : null}
      {refusal ? <Notice tone="warn">{refusal}</Notice> : null}
      <FleetFailureNotice fleet={fleet} />
      <OutageNotice outage={outage} />
    </div>
  )
}
