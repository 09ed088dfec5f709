import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppRouter } from './router'
import { DeploymentContext } from '@/api/session/session-context'
import type { RouterContext } from '@/api/session/session-context'
import type { Person } from '@/api/session/session-grant'
import { forgetTabList } from '@/api/session/session-kept'
import { type SessionState, usernameOf, viewerOf } from '@/api/session/session-state'
import { reloadWhenOutdated } from '@/features/shell/stale-code'
import { pathOfUser } from '@/lib/own-path'
import { forgetPerson } from '@/lib/person-change'
import { wipeDatabases } from '@/lib/person-databases'
import { forgetTabId } from '@/lib/tab-id'
import { type ToastMessage, toast } from '@/ui/toast'

const firstRouteLimitMs = 500

/** Renders the application into the page. */
export function mountApp(container: Element, context: RouterContext): void {
  const { queryClient } = context
  const router = createAppRouter(context)
  followSession(context, (state, lastUsername) => {
    if (state.phase !== 'signed-out') return void router.invalidate()
    // Signing out is deliberate: the next user starts at the start page, not where the previous one was. After an idle
    // time-out, the same user comes back to it. Not even a dialog with secrets may block it.
    const left = () => ({ redirect: pathOfUser(router.state.location.href, lastUsername) })
    const search = state.why === 'idle' ? left() : {}
    void router.navigate({ to: '/sign-in', search, ignoreBlocker: true })
  })
  reloadWhenOutdated(queryClient)
  // The first route is usually ready quickly, and React then renders once instead of twice.
  void Promise.race([router.load(), pause(firstRouteLimitMs)]).finally(() =>
    // In slices, so that a slow device responds to input meanwhile.
    startTransition(() =>
      createRoot(container).render(
        <StrictMode>
          <DeploymentContext value={context}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </DeploymentContext>
        </StrictMode>,
      ),
    ),
  )
}

function pause(limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, limitMs)
  })
}

/**
 * Clears the data of one user or organization before the next is on screen, and refreshes data that is outdated after the
 * session was over.
 */
function followSession(
  { session, queryClient }: RouterContext,
  onOther: (state: SessionState, lastUsername: string | undefined) => void,
): void {
  let last = session.getState()
  session.subscribe(() => {
    const state = session.getState()
    const isOther = viewerOf(state) !== viewerOf(last)
    const lastUsername = usernameOf(last)
    const isOtherPerson = usernameOf(state) !== lastUsername
    const isBack = last.phase === 'over' && state.phase === 'signed-in'
    const wasKnown = last.phase !== 'restoring'
    const isReplaced = isOtherPerson && lastUsername !== undefined
    last = state
    if (isOther) forgetPerson()
    // Kept over a reload, after which the session is restored.
    if (isOther && wasKnown) forgetTabList()
    if (isOtherPerson) {
      // Kept over a reload, after which the session is restored.
      if (isReplaced || state.phase === 'signed-out') forgetTabId()
      if (isReplaced && state.phase === 'signed-in' && state.isByAnotherTab) {
        toast.show(replacedBy(state.person))
      }
      // Kept when a page starts signed out, because the same user may sign in again.
      // IdleTimeout wipes after an idle time-out.
      const isIdle = state.phase === 'signed-out' && state.why === 'idle'
      if (!isIdle && (wasKnown || state.phase !== 'signed-out')) {
        void wipeDatabases(usernameOf(state))
      }
    }
    if (isOther && wasKnown) onOther(state, lastUsername)
    else if (isBack) void queryClient.invalidateQueries()
  })
}

function replacedBy({ name, username }: Person): ToastMessage {
  return {
    tone: 'warn',
    title: 'Someone else signed in',
    detail: `In another tab, ${name ?? username} signed in. This tab now uses that session.`,
  }
}
