import { type ReactNode, useSyncExternalStore } from 'react'
import { describeError } from '@/api/error-messages'
import { isStillReading } from '@/domain/fleet/completeness'
import type { Completeness } from '@/domain/fleet/completeness'
import { describeReach, probablyComplete, stoppedAfter } from '@/domain/fleet/fleet-reach'
import { AbsoluteTime } from '@/ui/absolute-time'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { RelativeTime } from '@/ui/relative-time'
import { formatDuration } from '@/ui/relative-time-format'

interface ReadingPause {
  error: unknown
  /** Unix ms, server's clock. */
  untilMs: number
}

interface FleetReachLineProps {
  fleet: {
    plants: number
    /** Undefined before the first page of the list, null when it doesn't state a total. */
    total: number | null | undefined
    completeness: Completeness
    /** Unix ms, server's clock. */
    oldestReadAtMs: number | undefined
    isFromSnapshot: boolean
    error: Error | null
    pause: ReadingPause | undefined
    /** Time between two readings of the whole list where that is longer than asked for, ms. */
    slowRepeatMs: number | null
  }
}

/** The part of the fleet that a page covers, and its age. */
export function FleetReachLine({ fleet }: FleetReachLineProps) {
  const { slowRepeatMs } = fleet
  const { plants, total, completeness, oldestReadAtMs, isFromSnapshot, error, pause } = fleet
  const isReading = isStillReading(completeness)
  // The notice above the rows has the reason.
  const isStopped = error !== null && isReading && !isFromSnapshot
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-muted tabular-nums">
      {/* On phones two lines from the start, so that the rows below stay in place when the list is complete. */}
      <p role="status" className="max-md:min-h-8">
        {isStopped
          ? `${stoppedAfter(plants)}.`
          : describeReach({ searched: plants, total, completeness, failure: undefined })}{' '}
        {isFromSnapshot ? (
          <>
            Saved on this device <RelativeTime value={oldestReadAtMs} />
            {error ? '; reading them again failed.' : '; being read again.'}
          </>
        ) : (
          completenessWords(completeness)
        )}
        {pause ? <PauseWords pause={pause} /> : null}
      </p>
      {oldestReadAtMs === undefined ? null : (
        <p aria-live="off">
          Oldest row read <RelativeTime value={oldestReadAtMs} />
          {slowRepeatMs === null
            ? null
            : `; all rows are read again every ${formatDuration(slowRepeatMs)}`}
        </p>
      )}
    </div>
  )
}

/** The reason for a pause, and when it ends. */
function PauseWords({ pause: { error, untilMs } }: { pause: ReadingPause }) {
  const isOver = useSyncExternalStore(subscribeToClock, () => clockNow() >= untilMs)
  return (
    <span className="text-warn">
      {' '}
      Reading is paused: {describeError(error).title}.{' '}
      {isOver ? (
        'Continuing…'
      ) : (
        // Read out once, not every second.
        <span aria-live="off">
          It continues <RelativeTime value={untilMs} />.
        </span>
      )}
    </span>
  )
}

function completenessWords(completeness: Completeness): ReactNode {
  switch (completeness.kind) {
    case 'complete':
      return (
        <>
          Complete as of <AbsoluteTime value={completeness.asOfMs} />.
        </>
      )
    case 'probable':
      return probablyComplete
    case 'incomplete':
      return completeness.gap === 'reading' ? null : 'Incomplete.'
  }
}
