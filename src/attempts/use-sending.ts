import { describeOutcome } from '@/api/error-messages'
import { useUsernameNow } from '@/api/session/session-context'
import type { ToastMessage } from '@/ui/toast'
import { useSendingGuard } from '@/ui/use-sending-guard'

export function useSending() {
  return useSendingGuard(useUsernameNow())
}

/** A failure as a toast has it. `what` is the deed, e.g. "Creating the plant". */
export function failureToast(failure: unknown, what: string): ToastMessage {
  const { title, detail } = describeOutcome(failure, what)
  return { tone: 'danger', title, detail }
}
