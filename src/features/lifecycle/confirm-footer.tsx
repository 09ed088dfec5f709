import { type Phase, isAskedAgain } from './attempt'
import type { Failure } from './use-action-sending'
import type { PlantReading } from './use-plant-reading'
import { Button } from '@/ui/button'

interface ConfirmFooterProps {
  phase: Phase
  formId: string
  failure: Failure | undefined
  reading: PlantReading
  obstacle: string | null
  isPending: boolean
  isRed: boolean
  /** Reading has shown, or the server has said, that it was carried out. */
  isDone: boolean
  onBack: () => void
  onClose: () => void
  onGone: () => void
}

export function ConfirmFooter(props: ConfirmFooterProps) {
  const { phase, formId, failure, reading, obstacle, isPending, isRed, isDone } = props
  const { onBack, onClose, onGone } = props
  const leave = reading.isGone ? onGone : onClose
  if (phase === 'asking') {
    return (
      <>
        <Button disabledReason={isPending ? 'The request is under way.' : null} onClick={leave}>
          {reading.isGone ? 'Go to Plants' : 'Cancel'}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant={isRed ? 'danger' : 'primary'}
          isPending={isPending}
          disabledReason={isPending ? null : obstacle}
        >
          {isAskedAgain(failure) ? 'Send now' : 'Confirm'}
        </Button>
      </>
    )
  }
  return (
    <>
      {reading.isGone || isDone ? null : <Button onClick={onBack}>Back</Button>}
      {phase === 'unknown' && !isDone ? (
        <Button isPending={reading.isFetching} onClick={reading.readAgain}>
          Look again
        </Button>
      ) : null}
      <Button variant="primary" onClick={leave}>
        {reading.isGone ? 'Go to Plants' : 'Close'}
      </Button>
    </>
  )
}
