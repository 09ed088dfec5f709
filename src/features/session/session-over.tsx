import { Suspense, lazy } from 'react'
import { useSessionState } from '@/api/session-context'

const SessionOverDialog = lazy(async () => ({
  default: (await import('./session-over-dialog')).SessionOverDialog,
}))

/** Signing in again happens over the page, so that forms and scroll stay as they were. */
export function SessionOver() {
  const state = useSessionState()
  if (state.phase !== 'over') return null
  return (
    <Suspense fallback={null}>
      <SessionOverDialog person={state.person} />
    </Suspense>
  )
}
