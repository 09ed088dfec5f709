import { useMovedFocus } from './use-moved-focus'
import type { FailedCommand } from './use-send-command'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { useSendNow } from '@/attempts/use-send-now'
import type { Phase } from '@/domain/actions/attempt'
import { Button } from '@/ui/button'
import { visibleText } from '@/ui/visible-text'

interface SendFooterProps {
  command: string
  phase: Phase
  failed: FailedCommand | undefined
  isSending: boolean
  /** True when the warnings ask for a second look at what is sent: a quick Enter must not send it. */
  isDoubtful: boolean
  /** True when the confirmation is too old to send. */
  isExpired: boolean
  /** True once the history shows the command. */
  isRecorded: boolean
  isChecking: boolean
  obstacle: string | null
  onSend: () => void
  /** Reads the plant again and restarts the time of the confirmation. */
  onRenew: () => void
  onCheck: () => unknown
  onBack: () => void
  onClose: () => void
}

/** Buttons of the confirmation of a command and of its outcome. */
export function SendFooter(props: SendFooterProps) {
  const { command, phase, failed, isSending, isExpired, isRecorded, isChecking, obstacle } = props
  const { onSend, onRenew, onCheck, onBack, onClose } = props
  const { isDoubtful } = props
  const isSendNow = useSendNow(failed, isSending)
  const isOver = isExpired && !isSending
  const { sendRef, renewRef, cancelRef } = useMovedFocus(isOver, isDoubtful)
  if (phase !== 'asking') {
    const isOpen = phase === 'unknown' && !isRecorded
    return (
      <OutcomeFooter
        back={isRecorded ? undefined : { label: 'Back to the confirmation', onBack }}
        check={isOpen ? { isChecking, onCheck } : undefined}
      >
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </OutcomeFooter>
    )
  }
  return (
    <>
      <Button
        ref={cancelRef}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog takes the focus anyway
        autoFocus={isDoubtful}
        disabledReason={isSending ? 'The request is in progress.' : null}
        onClick={onClose}
      >
        Cancel
      </Button>
      {isOver ? (
        <Button ref={renewRef} onClick={onRenew}>
          Check again
        </Button>
      ) : null}
      <Button
        key={isSendNow ? 'send-now' : 'confirm'}
        ref={sendRef}
        // The question is one key away from its answer; a held key doesn't count.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog takes the focus anyway
        autoFocus={isSendNow || !isDoubtful}
        variant="primary"
        isPending={isSending}
        disabledReason={isSending ? null : obstacle}
        onClick={onSend}
      >
        {isSendNow ? 'Send now' : `Send ${visibleText(command)}`}
      </Button>
    </>
  )
}
