import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { Button } from '@/ui/button'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import type { Leaving } from '@/ui/use-leave-guard'

interface EditPlantFooterProps {
  formId: string
  isDirty: boolean
  isSending: boolean
  /** When the server wants to be asked again, by `performance.now()`. */
  retryAtMs: number | undefined
  /** What can be done about somebody else's changes. */
  conflict: { onBack: () => void; onTheirs: () => void; onMine: () => unknown } | undefined
  leaving: Leaving | undefined
  onClose: () => void
}

/** Keys keep the focus, and with it a held Enter, from passing from one meaning of a button to the next. */
export function EditPlantFooter(props: EditPlantFooterProps) {
  const { formId, isDirty, isSending, retryAtMs, conflict, leaving, onClose } = props
  const person = usePerson()
  const waitReason = useRetryWait(retryAtMs)
  const pendingReason = isSending ? 'The plant is being saved.' : null
  if (conflict && !leaving) {
    return (
      <>
        <Button key="back" disabledReason={pendingReason} onClick={conflict.onBack}>
          Back to the form
        </Button>
        <Button key="theirs" disabledReason={pendingReason} onClick={conflict.onTheirs}>
          Keep their version
        </Button>
        <Button key="mine" variant="primary" isPending={isSending} onClick={conflict.onMine}>
          Save my version
        </Button>
      </>
    )
  }
  return (
    <FormFooter isDirty={isDirty} pendingReason={pendingReason} leaving={leaving} onClose={onClose}>
      <Button
        key="save"
        type="submit"
        form={formId}
        variant="primary"
        isPending={isSending}
        disabledReason={(person && whyForbidden(person, 'edit')) ?? waitReason}
      >
        Save
      </Button>
    </FormFooter>
  )
}
