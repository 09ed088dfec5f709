import { clsx } from 'clsx'
import { use } from 'react'
import { formatAbsolute } from './relative-time-format'
import { TimeZoneContext } from './time-zone-context'
import { Unreadable } from './unreadable'
import { UntrustedText } from './untrusted-text'
import { readInstant } from '@/lib/instants'

interface AbsoluteTimeProps {
  value: string | number | Date | null | undefined
  absent?: string
  isUnreadable?: boolean
  className?: string
}

/** Shows a date and time in the chosen time zone; invalid dates appear as the server sent them. */
export function AbsoluteTime(props: AbsoluteTimeProps) {
  const { value, absent = 'never', isUnreadable = false, className } = props
  const zone = use(TimeZoneContext)
  const atMs = readInstant(value)
  if (isUnreadable) return <Unreadable className={className} />
  if (atMs === null) return <span className={className}>{absent}</span>
  if (atMs === undefined)
    return <UntrustedText className={className}>{String(value)}</UntrustedText>
  return (
    <time
      translate="no"
      dateTime={new Date(atMs).toISOString()}
      className={clsx('whitespace-nowrap', className)}
    >
      {formatAbsolute(atMs, zone)}
    </time>
  )
}
