import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import { isWideOutage } from '@/domain/fleet/wide-outage'
import { formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Notice } from '@/ui/notice'

interface FleetFailureNoticeProps {
  error: Error | null
  /** Unix ms, server's clock. */
  oldestReadAtMs: number | undefined
}

/** Says that the fleet on screen could not be refreshed; nothing without an error. */
export function FleetFailureNotice({ error, oldestReadAtMs }: FleetFailureNoticeProps) {
  if (!error) return null
  return (
    <Notice tone="warn">
      <p>
        Couldn’t refresh: {describeError(error).title}. The oldest data is from{' '}
        <AbsoluteTime value={oldestReadAtMs} />.
      </p>
    </Notice>
  )
}

interface OutageNoticeProps {
  /** Connections that ended between two passes over the list (both times in Unix ms, server's clock). */
  outage: { connected: number; stopped: number; fromMs: number; toMs: number } | undefined
  /** Added to the notice. */
  children?: ReactNode
}

/** Says that nearly all plants disconnected at once, which is rarely the plants' fault; nothing without an outage. */
export function OutageNotice({ outage, children }: OutageNoticeProps) {
  if (!outage || !isWideOutage(outage)) return null
  return (
    <Notice tone="warn" title="Nearly all connected plants went offline at once">
      <p>
        {formatCount(outage.stopped)} of {formatCount(outage.connected)} connected plants
        disconnected between <AbsoluteTime value={outage.fromMs} /> and{' '}
        <AbsoluteTime value={outage.toMs} />. Check the platform and its network first.
      </p>
      {children}
    </Notice>
  )
}
