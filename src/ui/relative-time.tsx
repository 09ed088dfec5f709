import { use, useState, useSyncExternalStore } from 'react'
import { clockNow, subscribeToClock } from './clock'
import { formatAbsolute, formatRelative } from './relative-time-format'
import { TimeZoneContext } from './time-zone-context'
import { Unreadable } from './unreadable'
import { UntrustedText } from './untrusted-text'
import { readInstant } from '@/lib/instants'

interface RelativeTimeProps {
  value: string | number | Date | null | undefined
  absent?: string
  isUnreadable?: boolean
  className?: string
}

/** Shows a time relative to now and keeps it current; the date appears on hover. */
export function RelativeTime(props: RelativeTimeProps) {
  const { value, absent = 'never', isUnreadable = false, className } = props
  const zone = use(TimeZoneContext)
  const [isPointedAt, setIsPointedAt] = useState(false)
  const atMs = readInstant(value)
  // The snapshot is the text itself, so a tick rerenders only when the text changes.
  const text = useSyncExternalStore(subscribeToClock, () =>
    typeof atMs === 'number' ? formatRelative(atMs, clockNow()) : '',
  )
  if (isUnreadable) return <Unreadable className={className} />
  if (atMs === null) return <span className={className}>{absent}</span>
  if (atMs === undefined)
    return <UntrustedText className={className}>{String(value)}</UntrustedText>
  return (
    <time
      translate="no"
      dateTime={new Date(atMs).toISOString()}
      onPointerEnter={() => setIsPointedAt(true)}
      // Only once it can be seen: loading Intl's tables takes a slow device a fifth of a second.
      title={isPointedAt ? formatAbsolute(atMs, zone) : undefined}
      className={className}
    >
      {text}
    </time>
  )
}
