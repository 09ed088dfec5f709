import { useSyncExternalStore } from 'react'
import { type DayState, dayState, utcDayOf } from '@/domain/energy/energy-day'
import { UtcDay } from '@/plant-ui/utc-day'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { Freshness } from '@/ui/freshness'
import { Notice } from '@/ui/notice'
import { visibleText } from '@/ui/visible-text'

interface EnergyDayLineProps {
  date: string
  readAtMs: number
}

/** Shows the day of the totals, its end in the user's time zone, and a warning when it isn't today. */
export function EnergyDayLine({ date, readAtMs }: EnergyDayLineProps) {
  const state = useSyncExternalStore(subscribeToClock, () => dayState(date, readAtMs, clockNow()))
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <UtcDay date={date} isToday={state === 'current'} />
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
