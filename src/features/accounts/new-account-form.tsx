import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useLayoutEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { RoleOptions } from './role-options'
import { type NewAccount, newAccountSchema } from '@/api/account-schemas'
import type { CreationFormProps } from '@/attempts/creation-dialog'
import { readRefusal } from '@/attempts/refusal'
import { roleRights } from '@/domain/accounts/account-words'
import { formMessage } from '@/lib/form-messages'
import { FormError } from '@/ui/form-error'
import { NativeSelect } from '@/ui/native-select'
import { PasswordField } from '@/ui/password-field'
import { TextField } from '@/ui/text-field'

interface NewAccountFormProps extends CreationFormProps<NewAccount> {
  onSubmit: (account: NewAccount) => Promise<void>
}

const fieldNames = ['username', 'password', 'role'] as const
type FieldName = (typeof fieldNames)[number]
const what = 'Creating the account'

/** Form for a new account. */
export function NewAccountForm(props: NewAccountFormProps) {
  const { id, isShown, error, attempted, onSubmit, onDirtyChange } = props
  const form = useForm<NewAccount>({
    resolver: zodResolver(newAccountSchema, { error: formMessage }),
    defaultValues: { username: '', password: '', role: 'support' },
  })
  const { register, handleSubmit, formState, control, setFocus } = form
  const { errors, isDirty } = formState
  const values = useWatch({ control })
  const refusal = readRefusal(error, fieldNames, what)
  // A refusal applies only to the value that was sent.
  const isRefused = (field: FieldName) => values[field] === attempted?.[field]
  const messageOf = (field: FieldName) =>
    errors[field]?.message ?? (isRefused(field) ? refusal.fields[field] : undefined)

  // A layout effect, because Back may be pressed before an effect runs and would discard the input.
  useLayoutEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])
  useEffect(() => {
    if (isShown) setFocus('username')
  }, [isShown, setFocus])
  useEffect(() => {
    const first = fieldNames.find((field) => field in readRefusal(error, fieldNames, what).fields)
    if (first) setFocus(first)
  }, [error, setFocus])

  return (
    <form id={id} noValidate onSubmit={handleSubmit(onSubmit)} className="flex flex-col gap-4">
      <TextField
        label="Username"
        isRequired
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        error={messageOf('username')}
        {...register('username', { setValueAs: (text: string) => text.trim() })}
      />
      <PasswordField
        label="Password"
        isRequired
        description="At least 12 characters."
        autoComplete="new-password"
        error={messageOf('password')}
        {...register('password')}
      />
      <NativeSelect
        label="Role"
        isRequired
        description={values.role ? roleRights[values.role] : undefined}
        error={messageOf('role')}
        {...register('role')}
      >
        <RoleOptions />
      </NativeSelect>
      <FormError message={refusal.message} />
    </form>
  )
}
