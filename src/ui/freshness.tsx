import { TriangleAlert } from 'lucide-react'
import { use } from 'react'
import { formatAbsolute } from './relative-time-format'
import { RelativeTime } from './relative-time'
import { TimeZoneContext } from './time-zone-context'

interface FreshnessProps {
  updatedAtMs: number
  /** Why the latest refresh failed; what is shown is older than it should be then. */
  failure?: string | undefined
}

/** How old what is on screen is, and whether that is because refreshing fails. */
export function Freshness({ updatedAtMs, failure }: FreshnessProps) {
  const zone = use(TimeZoneContext)
  if (updatedAtMs === 0) return null
  return (
    <p role="status" className="text-xs text-muted tabular-nums">
      {failure ? (
        <span className="inline-flex items-center gap-1.5 text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span>
            As of {timeOfDay(formatAbsolute(updatedAtMs, zone))}. Refreshing fails: {failure}.
          </span>
        </span>
      ) : (
        // The seconds tick for the eye only.
        <span aria-live="off">
          Updated <RelativeTime value={updatedAtMs} />
        </span>
      )}
    </p>
  )
}

/** "14:02:33" of "2026-11-21 14:02:33 UTC". */
function timeOfDay(absolute: string): string {
  return absolute.split(' ')[1] ?? absolute
}
