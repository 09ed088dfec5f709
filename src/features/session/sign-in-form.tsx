import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { useDeployment } from '@/api/session-context'
import { describeSignInError } from '@/api/sign-in-messages'
import { Button } from '@/ui/button'
import { PasswordField } from '@/ui/password-field'
import { TextField } from '@/ui/text-field'
import { FormError } from '@/ui/form-error'

const credentialsSchema = z.object({
  username: z.string().check(z.minLength(1, 'Enter your username.')),
  password: z.string().check(z.minLength(1, 'Enter your password.')),
  clientId: z.string().check(z.minLength(1, 'Enter the client ID.')),
  clientSecret: z.string(),
})

interface SignInFormProps {
  username?: string
  onSignedIn?: () => void
}

export function SignInForm({ username = '', onSignedIn }: SignInFormProps) {
  const { config, session } = useDeployment()
  const [failure, setFailure] = useState<unknown>()
  const { register, handleSubmit, formState, setFocus, resetField } = useForm({
    resolver: zodResolver(credentialsSchema),
    defaultValues: { username, password: '', clientId: config.clientId, clientSecret: '' },
    mode: 'onSubmit',
  })
  const { errors, isSubmitting } = formState

  const signIn = handleSubmit(async (credentials) => {
    setFailure(undefined)
    try {
      await session.signIn(credentials)
    } catch (error) {
      setFailure(error)
      resetField('password')
      setFocus('password')
      return
    }
    onSignedIn?.()
  })

  return (
    <form method="post" noValidate onSubmit={signIn} className="flex flex-col gap-4">
      <TextField
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...register('username')}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password')}
      />
      <details open={Boolean(errors.clientId) || undefined}>
        <summary className="w-fit text-sm text-muted hover:text-ink">Advanced</summary>
        <div className="mt-3 flex flex-col gap-4 border-l border-line pl-3">
          <TextField
            label="Client ID"
            autoComplete="off"
            spellCheck={false}
            error={errors.clientId?.message}
            {...register('clientId')}
          />
          <PasswordField
            label="Client secret"
            hint="only for API credentials"
            autoComplete="off"
            description="Needed each time; it is not kept."
            {...register('clientSecret')}
          />
        </div>
      </details>
      <FormError message={failure === undefined ? undefined : describeSignInError(failure)} />
      <Button type="submit" variant="primary" isPending={isSubmitting}>
        Sign in
      </Button>
    </form>
  )
}
