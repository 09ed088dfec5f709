import { actionWords } from './action-words'
import type { FailedAction } from './use-action-attempt'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import type { PlantReading } from '@/attempts/use-plant-reading'
import { useSendNow } from '@/attempts/use-send-now'
import { type Phase, isKnownDone } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import type { Verdict } from '@/domain/plant/verdict'
import { Button } from '@/ui/button'

interface ConfirmFooterProps {
  action: ConfirmedAction
  phase: Phase
  formId: string
  failure: FailedAction | undefined
  reading: PlantReading
  obstacle: string | null
  isSending: boolean
  isRed: boolean
  /** Conclusion from a later reading; undefined before one arrives. */
  verdict: Verdict | undefined
  onBack: () => void
  onClose: () => void
  onGone: () => void
}

/** Buttons of the confirmation and of its outcome. */
export function ConfirmFooter(props: ConfirmFooterProps) {
  const { action, phase, formId, failure, reading, obstacle, isSending, isRed, verdict } = props
  const { onBack, onClose, onGone } = props
  const isSendNow = useSendNow(failure, isSending)
  const isDone = failure !== undefined && isKnownDone(failure, verdict)
  const leave = reading.isGone ? onGone : onClose
  if (phase === 'asking') {
    return (
      <>
        <Button disabledReason={isSending ? 'The request is in progress.' : null} onClick={leave}>
          {reading.isGone ? 'Go to Plants' : 'Cancel'}
        </Button>
        <Button
          key={isSendNow ? 'send-now' : 'confirm'}
          type="submit"
          form={formId}
          variant={isRed ? 'danger' : 'primary'}
          isPending={isSending}
          disabledReason={isSending ? null : obstacle}
        >
          {isSendNow ? 'Send now' : actionWords[action].confirm}
        </Button>
      </>
    )
  }
  return (
    <OutcomeFooter
      back={reading.isGone || isDone ? undefined : { label: 'Back to the confirmation', onBack }}
      check={
        phase === 'unknown' && !isDone
          ? { isChecking: reading.isFetching, onCheck: reading.readAgain }
          : undefined
      }
    >
      <Button variant="primary" onClick={leave}>
        {reading.isGone ? 'Go to Plants' : 'Close'}
      </Button>
    </OutcomeFooter>
  )
}
