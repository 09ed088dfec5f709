import { Outlet, createFileRoute, redirect } from '@tanstack/react-router'
import { useSessionState } from '@/api/session/session-context'
import { viewerOf } from '@/api/session/session-state'
import { AppShell } from '@/features/shell/app-shell'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { session }, location }) => {
    await session.restore()
    if (session.getState().phase !== 'signed-out') return
    throw redirect({ to: '/sign-in', search: { redirect: location.href } })
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
