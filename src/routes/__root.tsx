import { Outlet, createRootRouteWithContext } from '@tanstack/react-router'
import { SessionOver } from '@/features/session/session-over'
import type { RouterContext } from '@/api/session-context'
import { ToastRegion } from '@/ui/toast-region'

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
})

function Root() {
  return (
    <>
      <Outlet />
      <SessionOver />
      <ToastRegion />
    </>
  )
}
