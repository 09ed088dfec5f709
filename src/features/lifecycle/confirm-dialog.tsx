import { useId, useState } from 'react'
import { isReplay, phaseOf, verdictOf } from './attempt'
import { ConfirmFooter } from './confirm-footer'
import { ConfirmTitle } from './confirm-title'
import { FirstReading } from './first-reading'
import { obstacleAt, obstacleNow } from './obstacle'
import { Outcome } from './outcome'
import { Question } from './question'
import { Refusal } from './refusal'
import { typedProofOf } from './typed-proof'
import { UnknownOutcome } from './unknown-outcome'
import { useActionSending } from './use-action-sending'
import { usePlantReading } from './use-plant-reading'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { usePerson } from '@/api/session-context'
import { type ConfirmedAction, isDestructive, isFinal } from '@/domain/consequences'
import { whyForbidden } from '@/domain/permission'
import { whyImpossible } from '@/domain/plant-actions'
import { Dialog } from '@/ui/dialog'

interface ConfirmDialogProps {
  plantId: string
  action: ConfirmedAction
  onAction: (action: ConfirmedAction) => void
  onClose: () => void
  onIssued: (issued: Issued, before: PlantDetail) => boolean
  /** The plant is no more, and neither is its page. */
  onGone: () => void
}

/** Select before operate: asks on what the plant is now, sends once, and stays until the outcome is told. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { plantId, action, onAction, onClose, onGone } = props
  const formId = useId()
  const person = usePerson()
  const [typed, setTyped] = useState('')
  const { send, isPending, failure, forget } = useActionSending(props)
  const phase = phaseOf(failure)
  const reading = usePlantReading({
    plantId,
    isPaused: isPending,
    failedAtMs: failure?.atMs,
    isUnknown: phase === 'unknown',
  })
  const { plant, nowMs } = reading
  const forbidden = (other: ConfirmedAction) => person && whyForbidden(person, other)
  const standing = forbidden(action) ?? (plant && whyImpossible(action, plant, nowMs))
  const proof = plant && isFinal(action) ? typedProofOf(plant) : undefined
  const situation = { standing, reading, failure, proof, typed }
  const isDone =
    failure !== undefined &&
    (isReplay(failure) || verdictOf(action, failure, reading)?.kind === 'done')

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isPending && phase !== 'unknown'}
      role={isFinal(action) ? 'alertdialog' : 'dialog'}
      size="md"
      title={<ConfirmTitle action={action} plant={failure?.before ?? plant} failure={failure} />}
      footer={
        <ConfirmFooter
          phase={phase}
          formId={formId}
          failure={failure}
          reading={reading}
          obstacle={obstacleAt(situation, nowMs)}
          isPending={isPending}
          isRed={plant !== undefined && isDestructive(action, plant)}
          isDone={isDone}
          onBack={forget}
          onClose={onClose}
          onGone={onGone}
        />
      }
    >
      {/* Stays mounted below an outcome, so that nothing typed or seen is lost. */}
      <form
        id={formId}
        hidden={phase !== 'asking'}
        data-dirty={typed !== '' || undefined}
        className={phase === 'asking' ? 'flex flex-col gap-3' : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          if (plant && obstacleNow(situation) === null) void send(plant)
        }}
      >
        {plant ? (
          <Question
            action={action}
            plant={plant}
            reading={reading}
            standing={standing}
            failure={failure}
            typed={typed}
            onTyped={setTyped}
            proof={proof}
            isPending={isPending}
            whyForbidden={forbidden}
            onAction={onAction}
          />
        ) : (
          <FirstReading reading={reading} />
        )}
      </form>
      {failure && phase === 'refused' ? (
        <Outcome>
          <Refusal failure={failure} reading={reading} />
        </Outcome>
      ) : null}
      {failure && phase === 'unknown' ? (
        <Outcome>
          <UnknownOutcome
            action={action}
            failure={failure}
            reading={reading}
            whyForbidden={forbidden}
            onAction={(other) => (other === action ? forget() : onAction(other))}
          />
        </Outcome>
      ) : null}
    </Dialog>
  )
}
