import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import * as z from 'zod/mini'
import { credentialsSchema } from './credentials-schema'
import { preloadOAuth } from '@/api/session/oauth-part'
import { useDeployment } from '@/api/session/session-context'
import { describeSignInError } from '@/api/session/sign-in-messages'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { PasswordField } from '@/ui/password-field'
import { useRetryWait } from '@/ui/retry-wait'
import { TextField } from '@/ui/text-field'
import { useHeldPage } from '@/ui/use-held-page'

type Problems = Partial<Record<keyof z.infer<typeof credentialsSchema>, string>>

/** A form without a library, which would weigh more than the rest of the first screen. */
export function SignInForm({ username = '' }: { username?: string }) {
  const { config, session } = useDeployment()
  const form = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState<Problems>({})
  const [failure, setFailure] = useState<unknown>()
  const [isPending, setIsPending] = useState(false)
  const [isTouched, setIsTouched] = useState(false)
  useHeldPage(isTouched)

  const problem = failure === undefined ? undefined : describeSignInError(failure)
  const waitReason = useRetryWait(problem?.retryAtMs)

  function focus(field: string) {
    const control = form.current?.elements.namedItem(field)
    if (control instanceof HTMLInputElement) control.focus()
  }

  useEffect(() => {
    const field = form.current?.elements.namedItem(username === '' ? 'username' : 'password')
    if (field instanceof HTMLInputElement) field.focus()
  }, [username])

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending || waitReason) return
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const parsed = z.safeParse(credentialsSchema, typed)
    const issues = parsed.error?.issues ?? []
    setProblems(Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message])))
    setFailure(undefined)
    if (!parsed.success) return focus(String(issues[0]?.path[0]))
    setIsPending(true)
    try {
      await session.signIn(parsed.data)
    } catch (error) {
      setFailure(error)
      const password = form.current?.elements.namedItem('password')
      if (password instanceof HTMLInputElement) password.value = ''
      focus('password')
    } finally {
      setIsPending(false)
    }
  }

  return (
    <form
      ref={form}
      method="post"
      noValidate
      onInput={() => {
        preloadOAuth()
        setIsTouched(true)
      }}
      onSubmit={(event) => void signIn(event)}
      className="flex flex-col gap-4"
    >
      <TextField
        label="Username"
        name="username"
        defaultValue={username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={problems.username}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={problems.password}
      />
      <details open={Boolean(problems.clientId) || undefined}>
        <summary className="w-fit text-sm text-muted hover:text-ink max-md:py-3">Advanced</summary>
        <div className="mt-3 flex flex-col gap-4 border-l border-line pl-3">
          <TextField
            label="Client ID"
            name="clientId"
            defaultValue={config.clientId}
            autoComplete="off"
            spellCheck={false}
            error={problems.clientId}
          />
          <PasswordField
            label="Client secret"
            name="clientSecret"
            hint="only for API credentials"
            autoComplete="off"
            description="Needed each time; it is not kept."
          />
        </div>
      </details>
      <FormError message={problem} />
      <Button type="submit" variant="primary" isPending={isPending} disabledReason={waitReason}>
        Sign in
      </Button>
    </form>
  )
}
