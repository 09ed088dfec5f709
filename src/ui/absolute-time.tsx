import { clsx } from 'clsx'
import { use } from 'react'
import { formatAbsolute } from './relative-time-format'
import { type TimeValueProps, timeValue } from './time-value'
import { TimeZoneContext } from './time-zone-context'

/** Shows a date and time in the chosen time zone. */
export function AbsoluteTime(props: TimeValueProps) {
  const zone = use(TimeZoneContext)
  const time = timeValue(props)
  if ('instead' in time) return time.instead
  return (
    <time
      translate="no"
      dateTime={new Date(time.atMs).toISOString()}
      className={clsx('whitespace-nowrap', props.className)}
    >
      {formatAbsolute(time.atMs, zone)}
    </time>
  )
}
