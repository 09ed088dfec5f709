import { use } from 'react'
import { utcDayBounds } from '@/domain/energy/energy-day'
import { RelativeTime } from '@/ui/relative-time'
import { formatZonedTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { UntrustedText } from '@/ui/untrusted-text'

interface UtcDayProps {
  date: string
  isToday: boolean
}

/** A UTC day and, while it is today, its end in the user's time zone. */
export function UtcDay({ date, isToday }: UtcDayProps) {
  const zone = use(TimeZoneContext)
  const endMs = utcDayBounds(date)?.endMs
  return (
    <p className="tabular-nums">
      <span className="font-semibold">
        UTC day <UntrustedText fallback="not named">{date}</UntrustedText>
      </span>
      {isToday && endMs !== undefined ? (
        <span className="text-muted">
          , resets {formatZonedTimeOfDay(endMs, zone)}
          {zone.isUtc ? null : ' your time'} (
          <RelativeTime value={endMs} />)
        </span>
      ) : null}
    </p>
  )
}
