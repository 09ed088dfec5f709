import { useEffect, useSyncExternalStore } from 'react'
import type { IdleTimeout } from '@/api/session/idle-timeout'
import { codePart } from '@/lib/code-part'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'

const dialogPart = codePart(() => import('./idle-warning-dialog'))
/** After the first page, and long before most time-outs. */
const preloadAfterMs = 10_000

/** Opens the warning while it is due. */
export function IdleWarningHost({ idle }: { idle: IdleTimeout }) {
  const isWarning = useSyncExternalStore(idle.subscribe, idle.isWarning)
  useEffect(() => {
    const timer = setTimeout(dialogPart.preload, preloadAfterMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isWarning) return null
  return (
    <OnDemand
      part={dialogPart}
      fallback={null}
      renderMissing={() => <WithoutDialog stay={() => idle.stay()} />}
    >
      {({ IdleWarningDialog }) => <IdleWarningDialog idle={idle} />}
    </OnDemand>
  )
}

/** Warns when the dialog’s code is missing. */
function WithoutDialog({ stay }: { stay: () => void }) {
  return (
    <div role="alert" className="fixed inset-x-0 top-0 z-50">
      <Notice
        tone="warn"
        isBar
        title="You’ll be signed out soon"
        actions={<Button onClick={stay}>Stay signed in</Button>}
      />
    </div>
  )
}
