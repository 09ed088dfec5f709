/** Sends requests whose outcome can be done, refused, not sent or unknown. All mutations go through it. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Sending, useSendingGuard } from './use-sending-guard'
import { outcomeOf } from '@/api/errors'
import { goneWords } from '@/api/gone-words'
import { describeOutcome, unansweredText } from '@/api/outcome-messages'
import { discardReadsUnderWay } from '@/api/plant-cache'
import { isKnownGone } from '@/api/plant-gone'
import { useViewerNow } from '@/api/session/session-context'
import type { FailedAttempt } from '@/domain/actions/attempt'
import { deviceNow } from '@/lib/server-clock'
import { toError } from '@/lib/thrown'
import type { ToastMessage } from '@/ui/toast'
import { useHeldPage } from '@/ui/use-held-page'
import { useOnLeaving } from '@/ui/use-on-leaving'

interface AttemptOptions<Sent, Received> {
  send: (sent: Sent) => Promise<Received>
  /** Names the attempt in messages, as "Saving FVE Tábor". */
  describe: (sent: Sent) => string
  /** Returns true once a later reading has shown that a failed attempt was executed. Called when the dialog is left. */
  isDone: (failed: FailedAttempt<Sent>) => boolean
  /** The plant whose readings show the outcome; undefined for a plant that is being created. */
  plantId?: string
}

interface Failure {
  error: Error
  /** Shows the user who made the attempt a toast that its outcome is unknown, or why it failed. The toast stays. */
  showFailure: () => void
}

interface Steps<Sent, Received> extends Sending {
  deliver: (sent: Sent) => Promise<{ response: Received } | Failure>
}

/** Sends one attempt at a time. While an outcome is unknown, the page isn't reloaded, and leaving shows a toast. */
export function useAttempt<Sent, Received>(options: AttemptOptions<Sent, Received>) {
  const { send, describe, isDone, plantId } = options
  const queryClient = useQueryClient()
  const guard = useSendingGuard(useViewerNow())
  const [failure, setFailure] = useState<{
    attempt: FailedAttempt<Sent>
    showFailure: () => void
  }>()
  const failed = failure?.attempt
  const isUnknown = failed !== undefined && outcomeOf(failed.error) === 'unknown'
  useHeldPage(isUnknown)
  useOnLeaving(() => {
    if (isUnknown && !isDone(failed)) failure?.showFailure()
  })

  const deliverWith = (sending: Sending) => async (sent: Sent) => {
    try {
      return { response: await send(sent) }
    } catch (thrown) {
      const error = toError(thrown)
      const showFailure = () => sending.showToast(failureToast(error, describe(sent), isGone()))
      const atMs = await endOfReads()
      if (sending.isShown()) setFailure({ attempt: { sent, error, atMs }, showFailure })
      else showFailure()
      return { error, showFailure }
    }
  }

  /** Starts an attempt unless one is in progress. Clears the previous failure, which would hide the new result. */
  const run = (steps: (steps: Steps<Sent, Received>) => Promise<void>) =>
    guard.send((sending) => {
      setFailure(undefined)
      return steps({ ...sending, deliver: deliverWith(sending) })
    })

  const endOfReads = async () =>
    plantId === undefined ? deviceNow() : discardReadsUnderWay(queryClient, plantId)

  const isGone = () => plantId !== undefined && isKnownGone(queryClient, plantId)

  return {
    run,
    isSending: guard.isSending,
    failed,
    isUnknown,
    forget: () => setFailure(undefined),
  }
}

function failureToast(error: Error, what: string, isGone: boolean): ToastMessage {
  const { title, detail } = describeOutcome(error, what)
  if (!isGone) return { tone: 'danger', title, detail }
  const unanswered = outcomeOf(error) === 'unknown' ? `${unansweredText(error, what)} ` : ''
  return { tone: 'danger', title, detail: `${unanswered}${goneWords.sinceSeen}` }
}
