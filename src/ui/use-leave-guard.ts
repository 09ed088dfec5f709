import { useBlocker } from '@tanstack/react-router'
import { useHeldPage } from './use-held-page'

export interface Leaving {
  stay: () => void
  leave: () => void
}

/** Guards unsaved content: Back and links wait for an answer, and nothing but the user reloads the page. */
export function useLeaveGuard(isHeld: boolean): Leaving | undefined {
  useHeldPage(isHeld)
  const blocker = useBlocker({
    // Closing a dialog only changes the URL of the same page; any other navigation would lose the guarded content.
    shouldBlockFn: ({ action, current, next }) =>
      isHeld && (action !== 'REPLACE' || current.pathname !== next.pathname),
    enableBeforeUnload: isHeld,
    withResolver: true,
  })
  return blocker.status === 'blocked' ? { stay: blocker.reset, leave: blocker.proceed } : undefined
}
