import { Clock, X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { clockDifference } from '@/domain/status/clock-difference'
import { deviceAheadMs, subscribeToServerClock } from '@/lib/server-clock'
import { IconButton } from '@/ui/icon-button'

/** Notice, shown once, that this device's clock is wrong. */
export function ClockNotice() {
  const difference = useSyncExternalStore(subscribeToServerClock, () =>
    clockDifference(deviceAheadMs()),
  )
  const [dismissed, setDismissed] = useState<string>()
  return (
    <div role="status" className="empty:hidden" data-print="hide">
      {difference === undefined || difference === dismissed ? null : (
        <div className="flex items-center gap-2 border-b border-warn-line bg-warn-soft px-4 py-1 text-warn max-md:px-2">
          <Clock aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0 flex-1">
            Your device’s clock is {difference}. Plantdeck uses the server’s time.
          </p>
          <IconButton label="Dismiss" onClick={() => setDismissed(difference)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
