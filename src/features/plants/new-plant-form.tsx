import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useLayoutEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { authMethodSchema, plantTypeSchema } from '@/api/plant-schemas'
import { type CreatePlant, createPlantSchema } from '@/api/plant-write-schemas'
import type { CreationFormProps } from '@/attempts/creation-dialog'
import { readRefusal } from '@/attempts/refusal'
import { authMethods } from '@/domain/credentials/auth-methods'
import { plantTypeWords } from '@/domain/plant/plant-words'
import { formMessage } from '@/lib/form-messages'
import { jsonMistakeText } from '@/lib/json-mistake'
import { SerialNumberField } from '@/plant-ui/serial-number-field'
import { FormError } from '@/ui/form-error'
import { NativeSelect } from '@/ui/native-select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'

interface NewPlantFormProps extends CreationFormProps<CreatePlant> {
  onSubmit: (plant: CreatePlant) => Promise<void>
  onOpenPlant: (plantId: string) => void
}

const fieldNames = ['name', 'serialNumber', 'type', 'authMethod', 'metadata'] as const
type FieldName = (typeof fieldNames)[number]
const what = 'Creating the plant'

/** Form for a new plant. */
export function NewPlantForm(props: NewPlantFormProps) {
  const { id, isShown, error, attempted, onSubmit, onDirtyChange, onOpenPlant } = props
  const form = useForm({
    resolver: zodResolver(createPlantSchema, { error: formMessage }),
    defaultValues: { name: '', serialNumber: '', authMethod: 'MTLS' },
  })
  const { register, handleSubmit, formState, control, setFocus } = form
  const { errors, isDirty } = formState
  const authMethod = useWatch({ control, name: 'authMethod' })
  const serialNumber = useWatch({ control, name: 'serialNumber' })
  const refusal = readRefusal(error, fieldNames, what)
  const isTaken = refusal.isSerialNumberTaken && serialNumber.trim() === attempted?.serialNumber
  const values = useWatch({ control })
  // A refusal applies only to the value that was sent.
  const isRefused = (field: FieldName) =>
    trimmed(values[field] ?? '') === trimmed(attempted?.[field] ?? '')
  const messageOf = (field: FieldName) =>
    errors[field]?.message ?? (isRefused(field) ? refusal.fields[field] : undefined)

  // A layout effect, because Back may be pressed before an effect runs and would discard the input.
  useLayoutEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])
  useEffect(() => {
    if (isShown) setFocus('name')
  }, [isShown, setFocus])
  useEffect(() => {
    const first = fieldNames.find((field) => field in readRefusal(error, fieldNames, what).fields)
    if (first) setFocus(first)
  }, [error, setFocus])

  return (
    <form id={id} noValidate onSubmit={handleSubmit(onSubmit)} className="flex flex-col gap-4">
      <TextField
        label="Name"
        isRequired
        autoComplete="off"
        error={messageOf('name')}
        {...register('name', { setValueAs: trimmed })}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SerialNumberField
          error={messageOf('serialNumber')}
          taken={isTaken ? attempted?.serialNumber : undefined}
          onOpenPlant={onOpenPlant}
          {...register('serialNumber', { setValueAs: trimmed })}
        />
        <NativeSelect
          label="Type"
          isRequired
          defaultValue=""
          error={messageOf('type')}
          {...register('type')}
        >
          <option value="" disabled>
            Choose a type
          </option>
          {plantTypeSchema.options.map((type) => (
            <option key={type} value={type}>
              {plantTypeWords[type]}
            </option>
          ))}
        </NativeSelect>
      </div>
      <NativeSelect
        label="Authentication method"
        description={authMethod ? authMethods[authMethod].hint : undefined}
        error={messageOf('authMethod')}
        {...register('authMethod')}
      >
        {authMethodSchema.options.map((method) => (
          <option key={method} value={method}>
            {authMethods[method].label}
          </option>
        ))}
      </NativeSelect>
      <TextArea
        label="Metadata"
        hint="optional"
        description="A JSON object, stored exactly as you type it."
        rows={4}
        spellCheck={false}
        isMonospaced
        error={
          errors.metadata
            ? (jsonMistakeText(values.metadata ?? '') ?? errors.metadata.message)
            : messageOf('metadata')
        }
        {...register('metadata', {
          setValueAs: (text: string | undefined) => (text?.trim() ? text : undefined),
        })}
      />
      <FormError message={refusal.message} />
    </form>
  )
}

/** Trims names and serial numbers, so that one of spaces counts as empty. */
const trimmed = (text: string) => text.trim()
