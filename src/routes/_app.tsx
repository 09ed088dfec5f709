import { Outlet, createFileRoute, redirect } from '@tanstack/react-router'
import { usePerson } from '@/api/session/session-context'
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
  const person = usePerson()
  return (
    // The key gives another user a new page: nothing typed or read by the previous one stays on it.
    <AppShell key={person?.username}>
      <Outlet />
    </AppShell>
  )
}
