import { useState } from 'react'
import { type Failure, isAskedAgain } from '@/domain/actions/attempt'

/**
 * Returns true while a confirmation asks “Send now?”: the session had expired, and nothing was sent. The answer's
 * button needs a key of its own, so that neither the focus nor a held Enter carries over from the first question.
 */
export function useSendNow(failure: Failure | undefined, isSending: boolean): boolean {
  const [isSendNow, setIsSendNow] = useState(false)
  // While a request is pending there is no failure, and the button keeps the label that was pressed.
  if (!isSending && isSendNow !== isAskedAgain(failure)) setIsSendNow(!isSendNow)
  return isSendNow
}
