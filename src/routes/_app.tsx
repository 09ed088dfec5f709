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
    // Another person gets a page of their own: nothing typed or read by the one before stays on it.
    <AppShell key={person?.username}>
      <Outlet />
    </AppShell>
  )
}
