import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { IdleWarning } from '@/features/session/idle-warning'
import { SessionOver } from '@/features/session/session-over'
import { ToastRegion } from '@/ui/toast-region'

export function PageCompanions() {
  const router = useRouter()
  const preloadSignIn = useCallback(
    () => void router.loadRouteChunk(router.routesById['/sign-in']),
    [router],
  )
  return (
    <>
      <SessionOver preloadSignIn={preloadSignIn} />
      <IdleWarning />
      <ToastRegion />
    </>
  )
}
