import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import { type Completeness, isPartRead } from '@/domain/fleet/completeness'
import { isWideOutage } from '@/domain/fleet/wide-outage'
import { countOf, formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface FleetFailureNoticeProps {
  fleet: {
    error: Error | null
    plants: number
    /** Undefined before the first page of the list, null when it doesn't state a total. */
    total: number | null | undefined
    completeness: Completeness
    /** Unix ms, server's clock. */
    oldestReadAtMs: number | undefined
    isFromSnapshot: boolean
    isReading: boolean
    refresh: () => void
  }
}

/** Says that the fleet could not be read, or not be refreshed; nothing without an error. */
export function FleetFailureNotice({ fleet }: FleetFailureNoticeProps) {
  const { error, oldestReadAtMs, isReading, refresh } = fleet
  if (!error) return null
  const { title, detail } = describeError(error)
  return (
    <Notice
      tone="warn"
      actions={
        <Button size="sm" isPending={isReading} onClick={refresh}>
          Try again
        </Button>
      }
    >
      <p>
        {failureWords(fleet, title)} The oldest data is from <AbsoluteTime value={oldestReadAtMs} />
        .
      </p>
      {/* Often the server's own words, and the only clue for the person who has to fix it. */}
      <p className="text-muted">
        <UntrustedText isMultiline>{detail}</UntrustedText>
      </p>
    </Notice>
  )
}

function failureWords(fleet: FleetFailureNoticeProps['fleet'], title: string): string {
  const { plants, total } = fleet
  if (!isPartRead(fleet)) return `Couldn’t refresh: ${title}.`
  const words = `Couldn’t read the rest of the list: ${title}.`
  const unread = typeof total === 'number' ? total - plants : 0
  if (unread <= 0) return words
  const verb = unread === 1 ? 'wasn’t' : 'weren’t'
  return `${words} ${formatCount(unread)} of ${countOf(plants + unread, 'plant')} ${verb} read.`
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
