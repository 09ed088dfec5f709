import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import type { CommandPlace } from './command-store'
import { DraftNotice } from './draft-notice'
import { LostTarget } from './lost-target'
import { RecentChips } from './recent-chips'
import { useDraft } from './use-draft'
import type { PlantDetail } from '@/api/plant-schemas'
import { sendCommandSchema } from '@/api/send-command'
import { useDeployment } from '@/api/session/session-context'
import { commandChoices } from '@/domain/commands/command-names'
import { addressed } from '@/domain/commands/command-target'
import { payloadMistake } from '@/domain/commands/payload-check'
import { reviewPayload } from '@/domain/commands/payload-fields'
import type { CommandContent } from '@/domain/commands/sent-command'
import { formMessage } from '@/lib/form-messages'
import { indentJson } from '@/lib/json-writing'
import { CommandNameField } from '@/plant-ui/command-name-field'
import { PayloadForm } from '@/plant-ui/payload-form'
import { PayloadNotes } from '@/plant-ui/payload-notes'
import { TargetField } from '@/plant-ui/target-field'
import { Button } from '@/ui/button'
import { ignoreHeldEnter } from '@/ui/held-enter'
import { JsonField } from '@/ui/json-field'
import { Notice } from '@/ui/notice'
import { isSingleKey } from '@/ui/single-key'

/** A recorded command in the form again. */
export interface EditedCommand {
  content: CommandContent
  /** True when the history names no target: it may have gone to the plant or to one of its sub-devices. */
  isTargetUnknown: boolean
}

/** A command whose confirmation is asked for. */
export interface ReviewedCommand {
  content: CommandContent
  /** The command that the payload was written for, if it is another one. */
  writtenFor: string | undefined
  /** The target that it was written for, if targets can't be sent. */
  lostTarget: string | undefined
}

interface ComposerProps {
  place: CommandPlace
  plant: PlantDetail
  /** A command to edit and send again; a new object each time. */
  edited: EditedCommand | undefined
  /** Sub-devices of earlier commands. */
  targets: readonly string[]
  /** Commands sent from this browser, latest first. */
  recent: readonly CommandContent[]
  forbidden: string | undefined
  onReview: (reviewed: ReviewedCommand) => void
}

/** Free text and most of the platform's commands have no template. */
const noModel = { payload: undefined, parameters: [] }
const empty = { command: '', payload: '', target: '' }
const shortcut = { key: 'c', code: 'KeyC' }
const bySchema = zodResolver(sendCommandSchema, { error: formMessage })
/** Without a field for it, an empty target stays in the form's values; no target is meant. */
const resolver: typeof bySchema = (values, context, options) =>
  bySchema({ ...values, target: blankAsNone(values.target) }, context, options)

/** Form for a command. Sending needs a confirmation; what is typed is kept on this device. */
export function Composer(props: ComposerProps) {
  const { place, plant, edited, targets, recent, forbidden, onReview } = props
  const { commandTargetKey: targetKey } = useDeployment().config
  const form = useForm({ resolver, defaultValues: empty })
  const { control, register, handleSubmit, reset, setValue, setError, formState } = form
  const { errors, isDirty } = formState
  const [command, payload = '', target] = useWatch({
    control,
    name: ['command', 'payload', 'target'],
  })
  const choices = useMemo(() => commandChoices(plant), [plant])
  const chosen = choices.find((choice) => choice.command === command)
  const { lostTarget } = addressed({ target }, targetKey)
  const { fields, ...said } = reviewPayload(payload, chosen ?? noModel)
  const isTargetOpen =
    edited?.isTargetUnknown === true && edited.content.command === command && !target
  // Not the form's own way to focus: it forgets the field when the form is filled in.
  const commandRef = useRef<HTMLInputElement>(null)
  /** The command that the payload was written for. */
  const payloadOf = useRef<string>(undefined)
  const [isOffered, setIsOffered] = useState(false)
  const fill = (content: CommandContent, isOwn = true) => {
    setIsOffered(!isOwn)
    payloadOf.current = content.command || undefined
    reset({ ...empty, ...content })
  }
  useDraft(place, { command, payload, target }, ({ content, isOwn }) => {
    if (!isDirty && !edited) fill(content, isOwn)
  })

  useEffect(() => {
    if (!edited) return
    payloadOf.current = edited.content.command || undefined
    reset({ ...empty, ...edited.content })
    commandRef.current?.focus()
  }, [edited, reset])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isSingleKey(event, shortcut)) return
      event.preventDefault()
      commandRef.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  function review(content: CommandContent) {
    const name = content.command.trim()
    if (name === '') {
      setError('command', { message: 'Required.' })
      return
    }
    const isOfAnother = content.payload !== undefined && payloadOf.current !== name
    const writtenFor = isOfAnother ? payloadOf.current : undefined
    onReview({ ...addressed({ ...content, command: name }, targetKey), writtenFor })
  }

  function take(name: string) {
    setValue('command', name, { shouldValidate: formState.isSubmitted })
    const given = choices.find((choice) => choice.command === name)?.payload
    // A payload that was typed first may be meant for this command; one of another command never is.
    const isOfAnother = payloadOf.current !== undefined && payloadOf.current !== name
    if (isOfAnother || payload.trim() === '')
      setValue('payload', indented(given) ?? '', { shouldValidate: formState.isSubmitted })
    payloadOf.current = name
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in its fields sends it
    <form
      noValidate
      onKeyDown={ignoreHeldEnter}
      onSubmit={(event) => void handleSubmit(review)(event)}
      className="flex flex-col gap-4 p-4"
    >
      {forbidden === undefined ? null : (
        <Notice tone="info">
          <p>{forbidden}</p>
        </Notice>
      )}
      <DraftNotice isShown={isOffered && !edited} onDiscard={() => fill(empty)} />
      <RecentChips contents={recent} onTake={fill} />
      <Controller
        control={control}
        name="command"
        render={({ field }) => (
          <CommandNameField
            choices={choices}
            description="From the plant’s template, the platform’s own, or any other name."
            error={errors.command?.message ?? null}
            fieldRef={(input) => {
              field.ref(input)
              commandRef.current = input
            }}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            onTake={take}
          />
        )}
      />
      {targetKey === null ? null : (
        <TargetField
          field={register('target', { setValueAs: blankAsNone })}
          isOpen={isTargetOpen}
          hasError={errors.target !== undefined}
          targets={targets}
        />
      )}
      {lostTarget === undefined ? null : (
        <LostTarget
          target={lostTarget}
          hasError={errors.target !== undefined}
          onRemove={() => setValue('target', '', { shouldValidate: formState.isSubmitted })}
        />
      )}
      <PayloadForm
        payload={payload}
        fields={fields}
        onChange={(next) => setValue('payload', next, { shouldValidate: formState.isSubmitted })}
      />
      <JsonField
        label="Payload"
        hint="optional"
        description={<PayloadNotes payload={payload} isMistakeShown={!errors.payload} {...said} />}
        error={errors.payload ? (payloadMistake(payload) ?? errors.payload.message ?? null) : null}
        value={payload}
        {...register('payload', { setValueAs: blankAsNone })}
        onInput={() => {
          payloadOf.current = chosen?.command
        }}
      />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabledReason={forbidden ?? null}>
          Send command
        </Button>
        {forbidden === undefined ? (
          <span className="text-xs text-muted">You confirm it before it is sent.</span>
        ) : null}
      </div>
    </form>
  )
}

function blankAsNone(text: string | undefined) {
  return text?.trim() ? text : undefined
}

function indented(payload: string | undefined): string | undefined {
  return payload === undefined ? undefined : indentJson(payload)
}
