import { useEffect, useState } from 'react'
import { describeRedirectError } from './redirect-messages'
import { useDeployment } from '@/api/session/session-context'
import { beginSignIn, finishSignIn, isCallback, returnAddress } from '@/api/session/sign-in-by-code'
import { takeRemoved } from '@/lib/address-credentials'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'

interface SignInByRedirectProps {
  /** The address to return to. */
  returnTo: string | undefined
  /** Called before the session begins, with the address that the user came from. */
  onReturn: (returnTo: string | undefined) => void
}

/** An answer is taken once, however often the page is rendered. Nothing of it is kept. */
let finishing: Promise<void> | undefined

/** Leads to the authorization server's own page, and takes its answer. */
export function SignInByRedirect({ returnTo, onReturn }: SignInByRedirectProps) {
  const { config, session } = useDeployment()
  const [search] = useState(() => takeRemoved() || location.search)
  const [address] = useState(() => (isCallback(search) ? returnAddress() : returnTo))
  const [failure, setFailure] = useState<unknown>()
  const [isPending, setIsPending] = useState(() => isCallback(search))

  useEffect(() => {
    if (!isCallback(search)) return
    // An error stays in the address until then.
    history.replaceState(history.state, '', location.pathname)
    finishing ??= finishSignIn(config, search)
      .then(({ username, tokens }) => {
        onReturn(address)
        session.begin({ clientId: config.clientId, username }, tokens)
      })
      .finally(() => {
        finishing = undefined
      })
    finishing.catch((error: unknown) => {
      setFailure(error)
      setIsPending(false)
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the address that the page was opened with
  }, [search])

  async function start() {
    setIsPending(true)
    setFailure(undefined)
    try {
      location.assign(await beginSignIn(config, address))
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <FormError message={failure === undefined ? undefined : describeRedirectError(failure)} />
      <Button
        variant="primary"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has nothing else
        autoFocus
        isPending={isPending}
        onClick={() => void start()}
      >
        Sign in
      </Button>
      <p className="text-sm text-muted">You’ll be redirected to your sign-in page.</p>
    </div>
  )
}
