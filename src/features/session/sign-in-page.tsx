import { useEffect, useRef } from 'react'
import { describeSessionEnd } from './session-end-words'
import { SignInForm } from './sign-in-form'
import { useDeployment, useSessionState } from '@/api/session/session-context'
import type { SessionEnd } from '@/api/session/session-renewal'
import { codePart } from '@/lib/code-part'
import { Logo } from '@/ui/logo'
import { MissingPart } from '@/ui/missing-part'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'

const redirectPart = codePart(() => import('./sign-in-by-redirect'))

interface SignInPageProps {
  /** The address to open after signing in. */
  returnTo: string | undefined
  /** Called after signing in, also in another tab, and when a user is already signed in. */
  onSignedIn: (returnTo: string | undefined) => void
}

export function SignInPage({ returnTo, onSignedIn }: SignInPageProps) {
  const { config } = useDeployment()
  const state = useSessionState()
  const target = useRef(returnTo)
  const { phase } = state
  const why = state.phase === 'signed-out' ? state.why : undefined
  useEffect(() => {
    if (phase === 'signed-in') onSignedIn(target.current)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per sign-in, even when the callback changes
  }, [phase])

  return (
    <main className="flex min-h-dvh flex-col items-center justify-center p-4">
      <title>Sign in · Plantdeck</title>
      <div className="w-full max-w-88 rounded-lg border border-line bg-surface p-6 max-md:border-0 max-md:bg-transparent max-md:p-2">
        <h1 className="mb-1 flex items-center gap-2 text-xl font-semibold">
          <Logo className="size-6" /> Plantdeck
        </h1>
        <p className="mb-6 text-muted">Sign in to your fleet.</p>
        <SessionEndNote why={why} />
        {config.auth === 'code' ? (
          <OnDemand
            part={redirectPart}
            fallback={null}
            renderMissing={(missing) => <MissingPart missing={missing} />}
          >
            {({ SignInByRedirect }) => (
              <SignInByRedirect
                returnTo={returnTo}
                onReturn={(address) => {
                  target.current = address
                }}
              />
            )}
          </OnDemand>
        ) : (
          <SignInForm />
        )}
      </div>
    </main>
  )
}

/** Reason why the session ended. It comes from the session, never from the URL, which anyone could forge. */
function SessionEndNote({ why }: { why: SessionEnd | undefined }) {
  const { config } = useDeployment()
  return (
    // Always rendered, so that screen readers announce the text put into it.
    <div role="status" className="mb-6 empty:hidden">
      {why ? (
        <Notice tone="info">
          <p>{describeSessionEnd(why, config)}</p>
        </Notice>
      ) : null}
    </div>
  )
}
