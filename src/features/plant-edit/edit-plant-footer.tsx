import { Button } from '@/ui/button'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import type { FormClosing } from '@/ui/use-form-closing'

interface EditPlantFooterProps {
  formId: string
  /** The reason why this user may not save. */
  forbidden: string | undefined
  isSending: boolean
  /** The earliest time for a retry, by `performance.now()`. */
  retryAtMs: number | undefined
  /** Ways to resolve a conflict with another user's changes; undefined when there is none. */
  conflict: { onBack: () => void; onTheirs: () => void; onMine: () => unknown } | undefined
  closing: FormClosing
}

/**
 * Buttons of the edit dialog. Their keys keep the focus, and a held Enter, from carrying over between different
 * buttons.
 */
export function EditPlantFooter(props: EditPlantFooterProps) {
  const { formId, forbidden, isSending, retryAtMs, conflict, closing } = props
  const waitReason = useRetryWait(retryAtMs)
  const pendingReason = isSending ? 'The plant is being saved.' : null
  if (conflict && !closing.question) {
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
    <FormFooter closing={closing} pendingReason={pendingReason}>
      <Button
        key="save"
        type="submit"
        form={formId}
        variant="primary"
        isPending={isSending}
        disabledReason={forbidden ?? waitReason}
      >
        Save
      </Button>
    </FormFooter>
  )
}
