import { use, useState, useSyncExternalStore } from 'react'
import { clockNow, subscribeToClock } from './clock'
import { formatAbsolute, formatRelative } from './relative-time-format'
import { type TimeValueProps, timeValue } from './time-value'
import { TimeZoneContext } from './time-zone-context'

/** Shows a time relative to now and keeps it current; the date appears on hover. */
export function RelativeTime(props: TimeValueProps) {
  const zone = use(TimeZoneContext)
  const [isPointedAt, setIsPointedAt] = useState(false)
  const time = timeValue(props)
  // The snapshot is the text itself, so a tick rerenders only when the text changes.
  const text = useSyncExternalStore(subscribeToClock, () =>
    'atMs' in time ? formatRelative(time.atMs, clockNow()) : '',
  )
  if ('instead' in time) return time.instead
  return (
    <time
      translate="no"
      dateTime={new Date(time.atMs).toISOString()}
      onPointerEnter={() => setIsPointedAt(true)}
      // Only once it can be seen: loading Intl's tables takes a slow device a fifth of a second.
      title={isPointedAt ? formatAbsolute(time.atMs, zone) : undefined}
      className={props.className}
    >
      {text}
    </time>
  )
}
