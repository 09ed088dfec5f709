import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import { isStillReading } from '@/domain/fleet/completeness'
import type { Completeness } from '@/domain/fleet/completeness'
import { describeReach, probablyComplete, stoppedAfter } from '@/domain/fleet/fleet-reach'
import { AbsoluteTime } from '@/ui/absolute-time'
import { RelativeTime } from '@/ui/relative-time'
import { formatDuration } from '@/ui/relative-time-format'

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
    /** Why reading waits, and until when (Unix ms, server's clock). */
    pause: { error: unknown; untilMs: number } | undefined
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
  const isStopped = error !== null && isReading
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-muted tabular-nums">
      <p role="status">
        {isStopped
          ? `${stoppedAfter(plants)}.`
          : describeReach({ searched: plants, total, completeness, failure: undefined })}{' '}
        {isFromSnapshot ? (
          <>
            Saved on this device <RelativeTime value={oldestReadAtMs} />
            {isStopped ? '.' : '; being read again.'}
          </>
        ) : (
          completenessWords(completeness)
        )}
        {pause ? (
          <span className="text-warn">
            {' '}
            Reading is paused ({describeError(pause.error).title.toLowerCase()}) and continues{' '}
            <RelativeTime value={pause.untilMs} />.
          </span>
        ) : null}
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
