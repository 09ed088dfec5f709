import { Outlet, createFileRoute, redirect } from '@tanstack/react-router'
import { useSessionState } from '@/api/session/session-context'
import { viewerOf } from '@/api/session/session-state'
import { AppShell } from '@/features/shell/app-shell'
import { pathOfUser } from '@/lib/own-path'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { session, idle }, location }) => {
    await session.restore()
    const state = session.getState()
    if (state.phase !== 'signed-out') return
    // A reload may find the time over: then the address is the one that the previous user left.
    const username = state.why === 'idle' ? idle?.lastUsername() : undefined
    throw redirect({
      to: '/sign-in',
      search: { redirect: pathOfUser(location.href, username) },
    })
  },
  component: App,
})

function App() {
  const viewer = viewerOf(useSessionState())
  return (
    // The key gives another user or organization a new page: nothing typed or read for the previous one stays on it.
    <AppShell key={viewer}>
      <Outlet />
    </AppShell>
  )
}
