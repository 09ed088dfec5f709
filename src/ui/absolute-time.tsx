import { use } from 'react'
import { Data } from './data'
import { formatAbsolute } from './relative-time-format'
import { TimeZoneContext } from './time-zone-context'
import { readInstant } from '@/lib/instants'

interface AbsoluteTimeProps {
  value: string | number | Date | null | undefined
  absent?: string
  className?: string
}

export function AbsoluteTime({ value, absent = 'never', className }: AbsoluteTimeProps) {
  const zone = use(TimeZoneContext)
  const atMs = readInstant(value)
  if (atMs === null) return <span className={className}>{absent}</span>
  if (atMs === undefined) return <Data className={className}>{String(value)}</Data>
  return (
    <time dateTime={new Date(atMs).toISOString()} className={className}>
      {formatAbsolute(atMs, zone)}
    </time>
  )
}
