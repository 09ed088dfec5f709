import { useEffect } from 'react'
import { describeSessionEnd } from './session-end-words'
import { useDeployment, useSessionState } from '@/api/session/session-context'
import { publicPath } from '@/lib/base-path'
import { codePart } from '@/lib/code-part'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'
import type { Missing } from '@/ui/use-code'

const dialogPart = codePart(() => import('./session-over-dialog'))
/** Preload delay: late enough after sign-in not to compete with the first page, and long before a session can end. */
const preloadAfterMs = 10_000

interface SessionOverProps {
  /** Preloads the sign-in page: signing out must show it even when nothing more can be loaded. */
  preloadSignIn: () => void
}

/** Asks the user to sign in again on top of the page, so that forms and scroll positions are kept. */
export function SessionOver({ preloadSignIn }: SessionOverProps) {
  const { config } = useDeployment()
  const state = useSessionState()
  const isSignedIn = state.phase === 'signed-in'
  useEffect(() => {
    if (!isSignedIn) return
    const timer = setTimeout(() => {
      dialogPart.preload()
      preloadSignIn()
    }, preloadAfterMs)
    return () => clearTimeout(timer)
  }, [isSignedIn, preloadSignIn])
  if (state.phase !== 'over') return null
  return (
    <OnDemand
      part={dialogPart}
      fallback={null}
      renderMissing={(missing) => (
        <WithoutDialog missing={missing} why={describeSessionEnd(state.why, config)} />
      )}
    >
      {({ SessionOverDialog }) => <SessionOverDialog person={state.person} why={state.why} />}
    </OnDemand>
  )
}

interface WithoutDialogProps {
  missing: Missing
  why: string
}

/** Keeps the page when the dialog's code is missing; signing in in another tab also signs in this one. */
function WithoutDialog({ missing, why }: WithoutDialogProps) {
  const { isOutdated, isRetrying, retry } = missing
  return (
    <div role="alert" className="fixed inset-x-0 top-0 z-50">
      <Notice
        tone="warn"
        isBar
        title="Your session is over"
        actions={
          isOutdated ? null : (
            <Button isPending={isRetrying} onClick={retry}>
              Try again
            </Button>
          )
        }
      >
        <p>
          {why}{' '}
          <a href={publicPath('/sign-in')} target="_blank" rel="noreferrer" className="underline">
            Sign in in a new tab
          </a>{' '}
          to continue here.
        </p>
      </Notice>
    </div>
  )
}
