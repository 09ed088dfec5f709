import { X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { clockDifference } from '@/domain/status/clock-difference'
import { deviceAheadMs, subscribeToServerClock } from '@/lib/server-clock'
import { IconButton } from '@/ui/icon-button'
import { Notice } from '@/ui/notice'

export function ClockNotice() {
  const difference = useSyncExternalStore(subscribeToServerClock, () =>
    clockDifference(deviceAheadMs()),
  )
  const [dismissed, setDismissed] = useState<string>()
  if (difference === undefined || difference === dismissed) return null
  return (
    <Notice
      tone="warn"
      isBar
      actions={
        <IconButton label="Dismiss" onClick={() => setDismissed(difference)}>
          <X aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <p>Your device’s clock is {difference}. Plantdeck uses the server’s time.</p>
    </Notice>
  )
}
