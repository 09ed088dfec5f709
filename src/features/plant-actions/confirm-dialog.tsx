import { useId, useState } from 'react'
import { ActionOutcome } from './action-outcome'
import { ConfirmFooter } from './confirm-footer'
import { ConfirmTitle } from './confirm-title'
import { Question } from './question'
import { type FailedAction, type PlantBefore, useActionAttempt } from './use-action-attempt'
import type { Issued } from '@/api/provisioning'
import { statedGraceMs } from '@/api/stated-grace'
import { usePlantReading } from '@/attempts/use-plant-reading'
import { isKnownDone, phaseOf, verdictOf } from '@/domain/actions/attempt'
import { obstacleAt } from '@/domain/actions/confirmation'
import { type ConfirmedAction, isDestructive, isFinal } from '@/domain/actions/consequences'
import { whyImpossible } from '@/domain/actions/plant-actions'
import { typedProofOf } from '@/domain/actions/typed-proof'
import { serverNow, toServerTime } from '@/lib/server-clock'
import { FirstReading } from '@/plant-ui/first-reading'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Dialog } from '@/ui/dialog'
import { useHeldPage } from '@/ui/use-held-page'
import { visibleText } from '@/ui/visible-text'

interface ConfirmDialogProps {
  plantId: string
  action: ConfirmedAction
  onAction: (action: ConfirmedAction) => void
  onClose: () => void
  onIssued: (issued: Issued, before: PlantBefore) => boolean
  /** Called when the plant no longer exists, so that its page is left. */
  onGone: () => void
}

/**
 * Dialog that confirms an action ("select before operate"): shows the plant's current state, sends once, and stays
 * until the outcome is shown.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { plantId, action, onAction, onClose, onGone } = props
  const formId = useId()
  const whyForbidden = useWhyForbidden()
  const [typed, setTyped] = useState('')
  // Not called during this render: `reading` is defined below, because it depends on the attempt.
  const verdictNow = (failed: FailedAction) => verdictOf(action, failed, reading.sinceThen)
  const attempt = useActionAttempt({
    ...props,
    isDone: (failed) => isKnownDone(failed, verdictNow(failed)),
  })
  const { send, isSending, failed: failure, forget } = attempt
  const reading = usePlantReading({
    plantId,
    isPaused: isSending,
    failedAtMs: failure?.atMs,
    isUnknown: phaseOf(failure) === 'unknown',
  })
  const { plant, nowMs } = reading
  const standing =
    whyForbidden(action) ?? (plant && whyImpossible(action, plant, nowMs, statedGraceMs(plant)))
  const proof = plant && isFinal(action) ? typedProofOf(plant, visibleText) : undefined
  const onServerTime = failure && { ...failure, atMs: toServerTime(failure.atMs) }
  const situation = { standing, reading, attempt: onServerTime, proof, typed }
  const verdict = failure && verdictNow(failure)
  const phase = phaseOf(failure, failure && isKnownDone(failure, verdict))
  useHeldPage(typed !== '')

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isSending && phase !== 'unknown'}
      role={isFinal(action) ? 'alertdialog' : 'dialog'}
      size="md"
      title={
        <ConfirmTitle
          action={action}
          plant={failure?.sent ?? plant}
          failure={failure}
          phase={phase}
          verdict={verdict}
        />
      }
      footer={
        <ConfirmFooter
          action={action}
          phase={phase}
          formId={formId}
          failure={failure}
          reading={reading}
          obstacle={obstacleAt(situation, nowMs)}
          isSending={isSending}
          isRed={plant !== undefined && isDestructive(action, plant)}
          verdict={verdict}
          onBack={forget}
          onClose={onClose}
          onGone={onGone}
        />
      }
    >
      {/* Stays mounted below an outcome so that nothing typed is lost. */}
      <form
        id={formId}
        hidden={phase !== 'asking'}
        className={phase === 'asking' ? 'flex flex-col gap-3' : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          // The clock on screen can be a second behind.
          if (plant && obstacleAt(situation, serverNow()) === null)
            void send(plant, reading.readAtMs)
        }}
      >
        {plant ? (
          <Question
            action={action}
            plant={plant}
            reading={reading}
            standing={standing}
            failure={onServerTime}
            typed={typed}
            onTyped={setTyped}
            proof={proof}
            isPending={isSending}
            whyForbidden={whyForbidden}
            onAction={onAction}
          />
        ) : (
          <FirstReading reading={reading} />
        )}
      </form>
      {failure && phase !== 'asking' ? (
        <ActionOutcome
          key={phase}
          action={action}
          failure={failure}
          isRefused={phase === 'refused'}
          reading={reading}
          verdict={verdict}
          whyForbidden={whyForbidden}
          onAction={(other) => (other === action ? forget() : onAction(other))}
        />
      ) : null}
    </Dialog>
  )
}
