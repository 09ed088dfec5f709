import { useSyncExternalStore } from 'react'
import { staysUntilDismissed, toast } from './toast'
import { ToastCard } from './toast-card'

/**
 * Region of the toasts, mounted once. On phones, and beside a dialog, it is at the top, clear of the dialog's buttons.
 */
export function ToastRegion() {
  const entries = useSyncExternalStore(toast.subscribe, toast.entries)
  const lasting = entries.filter((entry) => staysUntilDismissed(entry.tone))
  const passing = entries.filter((entry) => !staysUntilDismissed(entry.tone))
  return (
    // The attribute keeps it reachable while a react-aria dialog hides the rest of the page.
    <section
      aria-label="Notifications"
      data-react-aria-top-layer
      data-print="hide"
      className="pointer-events-none fixed right-4 bottom-4 z-50 flex max-h-[calc(100dvh-2rem)] w-90 flex-col gap-2 overflow-y-auto max-md:inset-x-2 max-md:top-2 max-md:bottom-auto max-md:w-auto max-md:with-dialog:right-16 md:with-dialog:top-2 md:with-dialog:right-auto md:with-dialog:bottom-auto md:with-dialog:left-4"
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
