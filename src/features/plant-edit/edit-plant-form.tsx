import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { AuthMethodSelect } from './auth-method-select'
import { editPlantResolver } from './edit-plant-resolver'
import { TemplateSelect } from './template-select'
import { kept } from './unreadable-field'
import { type PlantDetail, plantTypeSchema } from '@/api/plant-schemas'
import type { UpdatePlant } from '@/api/plant-write-schemas'
import type { Template } from '@/api/templates'
import type { FormRefusal } from '@/attempts/refusal'
import {
  type Changes,
  type EditableField,
  type EditedFields,
  changedFields,
  editableFields,
} from '@/domain/plant/plant-edit'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { isUnreadable } from '@/lib/unreadable'
import { SerialNumberField } from '@/plant-ui/serial-number-field'
import { FormError } from '@/ui/form-error'
import { NativeSelect } from '@/ui/native-select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { visibleText } from '@/ui/visible-text'

interface EditPlantFormProps {
  id: string
  /** False while a question replaces the form. */
  isShown: boolean
  opened: PlantDetail
  initial: EditedFields
  templates: readonly Template[]
  /** The refusal of the latest attempt. */
  refusal: FormRefusal
  /** Message for a form without changes. */
  notice: string | undefined
  attempted: Changes | undefined
  onSubmit: (changes: UpdatePlant) => Promise<void>
  onDirtyChange: (isDirty: boolean) => void
  onOpenPlant: (plantId: string) => void
}

/** Form for the editable fields of a plant. */
export function EditPlantForm(props: EditPlantFormProps) {
  const { id, isShown, opened, initial, templates, refusal, notice, attempted = {} } = props
  const { onSubmit, onDirtyChange, onOpenPlant } = props
  const messages = useRef<HTMLDivElement>(null)
  const resolver = useMemo(() => editPlantResolver(opened), [opened])
  const form = useForm({ resolver, defaultValues: initial })
  const { register, handleSubmit, formState, control, setFocus } = form
  const { errors } = formState
  const edited: EditedFields = { ...initial, ...useWatch({ control }) }
  const changes = changedFields(opened, edited)
  const isDirty = Object.keys(changes).length > 0
  // A refusal applies only to the value that was sent.
  const refused = (field: EditableField) =>
    changes[field] === attempted[field] ? refusal.fields[field] : undefined
  const isFieldUnreadable = (field: EditableField) => isUnreadable(opened, field)
  const keptOf = (field: EditableField) => (isFieldUnreadable(field) ? kept : undefined)
  const messageOf = (field: EditableField) => errors[field]?.message ?? refused(field)
  const isTaken = refusal.isSerialNumberTaken && refused('serialNumber') !== undefined

  // A layout effect, because Back may be pressed before an effect runs and would discard the input.
  useLayoutEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])
  useEffect(() => {
    // The result of saving has priority.
    if (isShown && !messages.current?.textContent) setFocus('name')
  }, [isShown, setFocus])
  useEffect(() => {
    const first = editableFields.find((field) => field in refusal.fields)
    if (first) setFocus(first)
  }, [refusal, setFocus])
  useEffect(() => {
    // On a phone, the end of the form is out of view after pressing Save.
    if (refusal.message || notice) messages.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal, notice])

  return (
    <form id={id} noValidate onSubmit={handleSubmit(onSubmit)} className="flex flex-col gap-4">
      <TextField
        label="Name"
        isRequired
        autoComplete="off"
        readOnly={isFieldUnreadable('name')}
        description={keptOf('name')}
        error={messageOf('name')}
        {...register('name')}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SerialNumberField
          readOnly={isFieldUnreadable('serialNumber')}
          description={keptOf('serialNumber')}
          error={messageOf('serialNumber')}
          taken={(isTaken && attempted.serialNumber) || undefined}
          onOpenPlant={onOpenPlant}
          {...register('serialNumber')}
        />
        <NativeSelect
          label="Type"
          isRequired
          description={keptOf('type')}
          error={messageOf('type')}
          {...register('type')}
          disabled={isFieldUnreadable('type')}
        >
          {[...new Set([...plantTypeSchema.options, opened.type])].map((type) => (
            <option key={type} value={type}>
              {isFieldUnreadable('type') && type === opened.type
                ? 'Unreadable'
                : visibleText(plantTypeLabel(type))}
            </option>
          ))}
        </NativeSelect>
      </div>
      <AuthMethodSelect
        opened={opened.authMethod}
        chosen={isFieldUnreadable('authMethod') ? opened.authMethod : edited.authMethod}
        isUnreadable={isFieldUnreadable('authMethod')}
        error={messageOf('authMethod')}
        {...register('authMethod')}
      />
      <TextArea
        label="Metadata"
        readOnly={isFieldUnreadable('metadata')}
        description={keptOf('metadata') ?? 'A JSON object, stored exactly as you type it.'}
        rows={6}
        spellCheck={false}
        isMonospaced
        error={messageOf('metadata')}
        {...register('metadata')}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="External plant ID"
          autoComplete="off"
          spellCheck={false}
          readOnly={isFieldUnreadable('externalPlantId')}
          description={
            keptOf('externalPlantId') ??
            (changes.externalPlantId === null
              ? 'Saving unlinks the plant from the ESM.'
              : 'Links the plant to the ESM. Clear it to unlink.')
          }
          error={messageOf('externalPlantId')}
          {...register('externalPlantId')}
        />
        <TemplateSelect
          plant={opened}
          templates={templates}
          isUnassigned={changes.templateId === null}
          isUnreadable={isFieldUnreadable('templateId')}
          error={messageOf('templateId')}
          {...register('templateId')}
        />
      </div>
      <div ref={messages} className="empty:hidden">
        <FormError message={refusal.message} />
        <p role="status" className="text-muted empty:hidden">
          {isDirty ? undefined : notice}
        </p>
      </div>
    </form>
  )
}
