import { type ReactNode, useState } from 'react'
import { retryAtOf } from '@/api/errors'
import { type FailedAttempt, outcomeTitle } from '@/domain/actions/attempt'
import type { Verdict } from '@/domain/plant/verdict'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import { useFormClosing } from '@/ui/use-form-closing'

/** Props that a creation dialog gives its form. */
export interface CreationFormProps<Sent> {
  id: string
  /** False while the outcome replaces the form. */
  isShown: boolean
  /** The reason why the latest attempt failed. */
  error: Error | null
  /** The values that were sent. */
  attempted: Sent | undefined
  onDirtyChange: (isDirty: boolean) => void
}

interface CreationDialogProps<Sent> {
  /** The thing to create, as in "New plant". */
  noun: string
  description: string
  attempt: { isSending: boolean; isUnknown: boolean; failed: FailedAttempt<Sent> | undefined }
  /** The findings after a failed attempt. */
  found: { verdict: Verdict | undefined; isSought: boolean; isDone: boolean; isRefused: boolean }
  renderForm: (props: CreationFormProps<Sent>) => ReactNode
  /** Says below the form what was found. */
  evidence: ReactNode
  /** Replaces the form when it was created, or may have been. */
  renderOutcome: (failed: FailedAttempt<Sent>) => ReactNode
  outcomeFooter: ReactNode
  onClose: () => void
}

/** Dialog that creates something by a form, and explains an unknown outcome, or a refusal of what was created. */
export function CreationDialog<Sent>(props: CreationDialogProps<Sent>) {
  const { noun, description, attempt, found, renderForm, evidence, renderOutcome, onClose } = props
  const { isSending, isUnknown, failed } = attempt
  const [isDirty, setIsDirty] = useState(false)
  const explained = isUnknown || found.isDone ? failed : undefined
  const hasOutcome = explained !== undefined
  const closing = useFormClosing({ isDirty, isBusy: isSending || hasOutcome, onClose })
  const waitReason = useRetryWait(retryAtOf(failed?.error))
  const formId = `new-${noun}`
  return (
    <Dialog
      isOpen
      onClose={closing.request}
      isDismissable={!isSending && !hasOutcome}
      size="md"
      title={(explained && titleOf(explained, found)) ?? `New ${noun}`}
      description={hasOutcome ? undefined : description}
      footer={
        hasOutcome ? (
          props.outcomeFooter
        ) : (
          <FormFooter
            closing={closing}
            pendingReason={isSending ? `The ${noun} is being created.` : null}
          >
            <Button
              key="save"
              type="submit"
              form={formId}
              variant="primary"
              isPending={isSending}
              disabledReason={waitReason}
            >
              Create {noun}
            </Button>
          </FormFooter>
        )
      }
    >
      {/* Stays mounted below an outcome so that nothing typed is lost. */}
      <div hidden={hasOutcome} className="flex flex-col gap-4">
        {renderForm({
          id: formId,
          isShown: !hasOutcome,
          error: hasOutcome || isSending ? null : (failed?.error ?? null),
          attempted: failed?.sent,
          onDirtyChange: setIsDirty,
        })}
        <div role="status" className="empty:hidden">
          {found.isSought && !hasOutcome ? evidence : null}
        </div>
      </div>
      {explained ? renderOutcome(explained) : null}
    </Dialog>
  )
}

function titleOf(
  failed: FailedAttempt,
  { isRefused, verdict }: CreationDialogProps<unknown>['found'],
): string | undefined {
  return isRefused ? 'Refused, but created' : outcomeTitle(failed, verdict)
}
