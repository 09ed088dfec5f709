import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import type { Plant } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { useDeployment } from '@/api/session/session-context'
import { commandChoices } from '@/domain/commands/command-names'
import { payloadMistake } from '@/domain/commands/payload-check'
import { reviewPayload } from '@/domain/commands/payload-fields'
import { type PlanValues, asMeant } from '@/domain/runs/plan-form'
import { indentJson } from '@/lib/json-writing'
import { CommandNameField } from '@/plant-ui/command-name-field'
import { CommandPreview } from '@/plant-ui/command-preview'
import { PayloadForm } from '@/plant-ui/payload-form'
import { PayloadNotes } from '@/plant-ui/payload-notes'
import { TargetField } from '@/plant-ui/target-field'
import { JsonField } from '@/ui/json-field'

interface CommandFieldsProps {
  form: UseFormReturn<PlanValues>
  /** Plants that take part. */
  taking: readonly Plant[]
}

const noModel = { payload: undefined, parameters: [] }

/** The command that each plant gets, and the exact bytes. */
export function CommandFields({ form, taking }: CommandFieldsProps) {
  const { control, register, setValue, formState } = form
  const { commandTargetKey: targetKey } = useDeployment().config
  const content = useWatch({ control, name: 'content' })
  const { command, payload = '' } = content
  const errors = formState.errors.content
  const { choices, sourceText } = useCommandChoices(taking)
  const chosen = choices.find((choice) => choice.command === command)
  const { fields, ...said } = reviewPayload(payload, chosen ?? noModel)
  const shouldValidate = formState.isSubmitted
  /** A payload that came with a command goes with it. */
  const filled = useRef<string>(undefined)

  function take(name: string) {
    setValue('content.command', name, { shouldValidate, shouldDirty: true })
    const given = choices.find((choice) => choice.command === name)?.payload
    const isOwn = payload.trim() !== '' && payload !== filled.current
    if (isOwn) return
    filled.current = given === undefined ? '' : (indentJson(given) ?? given)
    setValue('content.payload', filled.current, { shouldValidate })
  }

  const meant = asMeant(form.getValues()).content
  const isSendable = meant.command !== '' && payloadMistake(payload) === undefined
  return (
    <>
      <Controller
        control={control}
        name="content.command"
        render={({ field }) => (
          <CommandNameField
            choices={choices}
            description={sourceText}
            error={errors?.command?.message ?? null}
            fieldRef={field.ref}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            onTake={take}
          />
        )}
      />
      {targetKey === null ? null : (
        <TargetField
          field={register('content.target')}
          isOpen={false}
          hasError={errors?.target !== undefined}
          targets={[]}
        />
      )}
      <PayloadForm
        payload={payload}
        fields={fields}
        onChange={(next) =>
          setValue('content.payload', next, { shouldValidate, shouldDirty: true })
        }
      />
      <JsonField
        label="Payload"
        hint="optional"
        description={<PayloadNotes payload={payload} isMistakeShown={!errors?.payload} {...said} />}
        error={errors?.payload ? (payloadMistake(payload) ?? errors.payload.message ?? null) : null}
        value={payload}
        {...register('content.payload')}
      />
      {isSendable ? <CommandPreview content={meant} /> : null}
    </>
  )
}

/** A template's actions are offered when all plants share it; one plant's detail has them. */
function useCommandChoices(taking: readonly Plant[]) {
  const [first] = taking
  const isShared =
    first?.templateId && taking.every(({ templateId }) => templateId === first.templateId)
  const detail = useQuery({
    ...plantQueries.detail(first?.id ?? ''),
    enabled: Boolean(isShared),
  })
  const template = isShared ? detail.data?.template : undefined
  const choices = useMemo(() => commandChoices({ template }), [template])
  const sourceText = template
    ? 'From the plants’ template, the platform’s own, or any other name.'
    : 'One of the platform’s commands, or any other name.'
  return { choices, sourceText }
}
