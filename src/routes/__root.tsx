import { Outlet, createRootRouteWithContext, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RouterContext } from '@/api/session/session-context'
import { IdleWarning } from '@/features/session/idle-warning'
import { SessionOver } from '@/features/session/session-over'
import { ToastRegion } from '@/ui/toast-region'

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
})

function Root() {
  const router = useRouter()
  const preloadSignIn = useCallback(
    () => void router.loadRouteChunk(router.routesById['/sign-in']),
    [router],
  )
  return (
    <>
      <Outlet />
      <SessionOver preloadSignIn={preloadSignIn} />
      <IdleWarning />
      <ToastRegion />
    </>
  )
}
