import { Outlet, createFileRoute, redirect } from '@tanstack/react-router'
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
  return (
    <AppShell>
      <Outlet />
    </AppShell>
  )
}
