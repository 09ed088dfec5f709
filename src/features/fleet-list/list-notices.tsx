import { describeError } from '@/api/error-messages'
import { isWideOutage } from '@/domain/fleet/wide-outage'
import type { useFleet } from '@/fleet/use-fleet'
import { formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
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
  const { error, outage, oldestReadAtMs } = fleet
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
      {error ? (
        <Notice tone="warn">
          <p>
            Couldn’t refresh: {describeError(error).title}. The oldest data is from{' '}
            <AbsoluteTime value={oldestReadAtMs} />.
          </p>
        </Notice>
      ) : null}
      {outage && isWideOutage(outage) ? (
        <Notice tone="warn" title="Nearly all connected plants went offline at once">
          <p>
            {formatCount(outage.stopped)} of {formatCount(outage.connected)} connected plants
            disconnected between <AbsoluteTime value={outage.fromMs} /> and{' '}
            <AbsoluteTime value={outage.toMs} />. Check the platform and its network first.
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
