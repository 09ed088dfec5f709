import { use } from 'react'
import { formatAbsolute } from '@/ui/relative-time-format'
import { TimeZoneContext } from '@/ui/time-zone-context'

/** "14:32", for moments of today; the whole date is in the title. */
export function TimeOfDay({ atMs }: { atMs: number }) {
  const zone = use(TimeZoneContext)
  const whole = formatAbsolute(atMs, zone)
  const text = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(zone === 'utc' && { timeZone: 'UTC' }),
  }).format(atMs)
  return (
    <time dateTime={new Date(atMs).toISOString()} title={whole} className="tabular-nums">
      {text}
      {zone === 'utc' ? ' UTC' : null}
    </time>
  )
}
