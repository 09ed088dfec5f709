import { useSyncExternalStore } from 'react'
import { staysUntilDismissed, toast } from './toast'
import { ToastCard } from './toast-card'

/**
 * Region of the toasts, mounted once. It is at the bottom left, clear of headings, buttons and centred dialogs. On phones
 * a dialog is at the bottom, so the toasts are above it, where Dialog leaves room.
 */
export function ToastRegion() {
  const entries = useSyncExternalStore(toast.subscribe, toast.entries)
  const lasting = entries.filter(staysUntilDismissed)
  const passing = entries.filter((entry) => !staysUntilDismissed(entry))
  return (
    // The attribute keeps it reachable while a react-aria dialog hides the rest of the page.
    <section
      aria-label="Notifications"
      data-react-aria-top-layer
      data-print="hide"
      className="pointer-events-none fixed bottom-10 left-4 z-50 flex max-h-[calc(100dvh-3.5rem)] w-90 flex-col gap-2 overflow-y-auto max-md:inset-x-2 max-md:bottom-2 max-md:w-auto max-md:with-dialog:top-2 max-md:with-dialog:bottom-auto max-md:with-dialog:max-h-24 md:with-dialog:w-60"
    >
      {lasting.map((entry) => (
        <div key={entry.key} role="alert">
          <ToastCard entry={entry} />
        </div>
      ))}
      {/* Not <output>, which may not contain block elements. */}
      <div role="status" aria-atomic="false" className="flex flex-col gap-2 empty:hidden">
        {passing.map((entry) => (
          // A repeated message restarts its timer.
          <ToastCard key={`${entry.key} ${entry.count}`} entry={entry} />
        ))}
      </div>
    </section>
  )
}
