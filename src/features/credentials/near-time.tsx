import { use } from 'react'
import { useNow } from './use-now'
import { hourMs } from '@/lib/instants'
import { formatAbsolute } from '@/ui/relative-time-format'
import { formatZonedTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { UntrustedText } from '@/ui/untrusted-text'

/** Shows "14:32" for times close to now, with the full date in the title. Never throws. */
export function NearTime({ atMs }: { atMs: number }) {
  const zone = use(TimeZoneContext)
  const nowMs = useNow()
  if (Number.isNaN(new Date(atMs).getTime())) {
    return <UntrustedText fallback="an invalid date">{null}</UntrustedText>
  }
  const whole = formatAbsolute(atMs, zone)
  const isNear = Math.abs(atMs - nowMs) < 12 * hourMs
  return (
    <time
      translate="no"
      dateTime={new Date(atMs).toISOString()}
      title={whole}
      className="tabular-nums"
    >
      {isNear ? formatZonedTimeOfDay(atMs, zone) : whole}
    </time>
  )
}
