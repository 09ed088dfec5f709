import { Component, Suspense, lazy, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useSessionState } from '@/api/session-context'
import { publicPath } from '@/lib/base-path'

const loadDialog = () => import('./session-over-dialog')
const SessionOverDialog = lazy(async () => ({ default: (await loadDialog()).SessionOverDialog }))
/** Long enough after sign-in to be in nobody's way, long before a session can end. */
const preloadAfterMs = 10_000

/** Signing in again happens over the page, so that forms and scroll stay as they were. */
export function SessionOver() {
  const state = useSessionState()
  const isSignedIn = state.phase === 'signed-in'
  useEffect(() => {
    if (!isSignedIn) return
    const timer = setTimeout(() => void loadDialog().catch(() => undefined), preloadAfterMs)
    return () => clearTimeout(timer)
  }, [isSignedIn])
  if (state.phase !== 'over') return null
  return (
    <WithoutDialog>
      <Suspense fallback={null}>
        <SessionOverDialog person={state.person} />
      </Suspense>
    </WithoutDialog>
  )
}

/** When the dialog's code cannot be had, another tab can sign this one in; the page below must survive. */
class WithoutDialog extends Component<{ children: ReactNode }, { isMissing: boolean }> {
  override state = { isMissing: false }

  static getDerivedStateFromError() {
    return { isMissing: true }
  }

  override render() {
    if (!this.state.isMissing) return this.props.children
    return (
      <p
        role="alert"
        className="fixed inset-x-0 top-0 z-50 border-b border-warn-line bg-warn-soft px-4 py-2 text-warn"
      >
        Your session is over.{' '}
        <a href={publicPath('/sign-in')} target="_blank" rel="noreferrer" className="underline">
          Sign in in a new tab
        </a>{' '}
        to go on here.
      </p>
    )
  }
}
