import { AbsoluteTime } from './absolute-time'
import { Notice } from './notice'
import { usePrinting } from './printing'
import { RelativeTime } from './relative-time'

interface FreshnessProps {
  updatedAtMs: number
}

/** The age of the data on screen. Only the visible text ticks by the second. */
export function Freshness({ updatedAtMs }: FreshnessProps) {
  const isPrinting = usePrinting()
  if (updatedAtMs === 0) return <span />
  return (
    <p aria-live="off" className="text-xs text-muted tabular-nums">
      Updated <RelativeTime value={updatedAtMs} />
      {isPrinting ? (
        <>
          {' '}
          (<AbsoluteTime value={updatedAtMs} />)
        </>
      ) : null}
    </p>
  )
}

interface StaleNoticeProps extends FreshnessProps {
  failure: string | undefined
}

/** Shown above outdated data, because a warning below a table would be missed. */
export function StaleNotice({ updatedAtMs, failure }: StaleNoticeProps) {
  return (
    <div role="status" className="empty:hidden">
      {failure ? (
        <Notice tone="warn">
          <p>
            As of <AbsoluteTime value={updatedAtMs} />. Couldn’t refresh: {failure}.
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
