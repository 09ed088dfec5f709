import { use, useSyncExternalStore } from 'react'
import { type DayState, dayState, utcDayBounds, utcDayOf } from '@/domain/energy/energy-day'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { Freshness } from '@/ui/freshness'
import { Notice } from '@/ui/notice'
import { RelativeTime } from '@/ui/relative-time'
import { formatZonedTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface EnergyDayLineProps {
  date: string
  readAtMs: number
}

/** Shows the day of the totals, its end in the user's time zone, and a warning when it isn't today. */
export function EnergyDayLine({ date, readAtMs }: EnergyDayLineProps) {
  const zone = use(TimeZoneContext)
  const state = useSyncExternalStore(subscribeToClock, () => dayState(date, readAtMs, clockNow()))
  const endMs = utcDayBounds(date)?.endMs
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="tabular-nums">
          <span className="font-semibold">
            UTC day <UntrustedText fallback="not named">{date}</UntrustedText>
          </span>
          {state === 'current' && endMs !== undefined ? (
            <span className="text-muted">
              , resets {formatZonedTimeOfDay(endMs, zone)}
              {zone.isUtc ? null : ' your time'} (
              <RelativeTime value={endMs} />)
            </span>
          ) : null}
        </p>
        <Freshness updatedAtMs={readAtMs} />
      </div>
      <div role="status" className="empty:hidden">
        {state === 'current' ? null : (
          <Notice tone="warn">{warningOf(state, visibleText(date))}</Notice>
        )}
      </div>
    </>
  )
}

function warningOf(state: Exclude<DayState, 'current'>, date: string) {
  switch (state) {
    case 'ended':
      return 'This UTC day has ended. The next refresh brings the totals of the new one.'
    case 'other':
      return `These totals are for ${date}, but today is ${utcDayOf(clockNow())} in UTC. They aren’t recorded.`
    case 'unreadable':
      return 'The server sent no readable date, so these totals may be for any day. They aren’t recorded.'
  }
}
