import type { Overview } from './use-overview'
import { describeError } from '@/api/error-messages'
import { formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Notice } from '@/ui/notice'

/** Notices to read before the figures. */
export function OverviewNotices({ overview: { fleet } }: { overview: Overview }) {
  const { error, isOverLimit, total, oldestReadAtMs } = fleet
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {error ? (
        <Notice tone="warn" title={`Couldn’t refresh: ${describeError(error).title}.`}>
          {oldestReadAtMs === undefined ? null : (
            <p>
              The figures are as of <AbsoluteTime value={oldestReadAtMs} />, the time of the oldest
              data. Nothing is known about the plants since then.
            </p>
          )}
        </Notice>
      ) : null}
      {isOverLimit ? (
        <Notice tone="warn" title="This fleet is too large for an overview">
          <p>
            It has {formatCount(total ?? 0)} plants, more than <code>fleetLimit</code> in{' '}
            <code>config.json</code> allows this browser to read. The list of plants shows them page
            by page.
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
