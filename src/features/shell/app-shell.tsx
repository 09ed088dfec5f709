import { useState } from 'react'
import type { ReactNode } from 'react'
import { Header } from './header'
import { ShellDialogHost } from './shell-dialog-host'
import { Sidebar } from './sidebar'
import { useCodeWhenQuiet } from './use-code-when-quiet'
import { useFocusOnArrival } from './use-focus-on-arrival'
import { codePart } from '@/lib/code-part'
import { BreadcrumbSlot } from '@/ui/breadcrumb'
import { mainContentId } from '@/ui/main-content'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { useTimeZone } from '@/ui/use-time-zone'

const laterPart = codePart(() => import('./app-shell-later'))

export function AppShell({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const timeZone = useTimeZone()
  useFocusOnArrival()
  const later = useCodeWhenQuiet(laterPart)
  return (
    <TimeZoneContext value={timeZone}>
      <BreadcrumbSlot value={slot}>
        <a
          href={`#${mainContentId}`}
          className="sr-only z-30 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <div className="flex h-dvh print:block print:h-auto">
          <Sidebar />
          <div className="flex min-w-0 flex-1 flex-col print:block">
            <Header breadcrumbRef={setSlot} />
            <div role="status" className="empty:hidden" data-print="hide">
              {later ? <later.ClockNotice /> : null}
            </div>
            <main
              id={mainContentId}
              tabIndex={-1}
              className="relative min-h-0 flex-1 overflow-y-auto outline-none print:overflow-visible"
            >
              {children}
            </main>
          </div>
        </div>
        {later ? <later.PlaceOnReturn /> : null}
        <ShellDialogHost />
      </BreadcrumbSlot>
    </TimeZoneContext>
  )
}
