import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { actionMutations } from './action-mutations'
import { actionWords } from './action-words'
import { describeOutcome } from '@/api/error-messages'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { useDeployment, usernameOf } from '@/api/session-context'
import type { ConfirmedAction } from '@/domain/consequences'
import { type ToastMessage, toast } from '@/ui/toast'
import { visibleText } from '@/ui/visible-text'

/** An attempt that did not end as done. */
export interface Failure {
  error: Error
  atMs: number
  /** The plant as it was confirmed. */
  before: PlantDetail
}

interface ActionSendingOptions {
  plantId: string
  action: ConfirmedAction
  onClose: () => void
  /** Says whether it is shown; false when the page was left meanwhile. */
  onIssued: (issued: Issued, before: PlantDetail) => boolean
  onGone: () => void
}

export function useActionSending(options: ActionSendingOptions) {
  const { plantId, action, onClose, onIssued, onGone } = options
  const { mutateAsync, isPending, reset } = useMutation(actionMutations[action])
  const [failure, setFailure] = useState<Failure>()
  const isSending = useRef(false)
  const isShown = useRef(true)
  const { session } = useDeployment()

  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function send(before: PlantDetail) {
    // A second Enter arrives before React has drawn the pending button.
    if (isSending.current) return
    isSending.current = true
    setFailure(undefined)
    const words = actionWords[action]
    const name = visibleText(before.name || before.serialNumber || before.id)
    const username = usernameOf(session.getState())
    // What one person sent is neither told nor shown to the next who signed in meanwhile.
    const isSamePerson = () => usernameOf(session.getState()) === username
    const tell = (message: ToastMessage) => isSamePerson() && toast.show(message)
    try {
      const issued = await mutateAsync(plantId)
      // Nothing secret stays behind in the mutation; from here on one place holds it.
      reset()
      if (issued) {
        if (isSamePerson() && !onIssued(issued, before)) {
          tell({ tone: 'warn', title: `${words.done} ${name}`, detail: words.dropped ?? '' })
        }
      } else {
        tell({ tone: 'ok', title: `${words.done} ${name}` })
      }
      if (action === 'delete') onGone()
      else if (isShown.current) onClose()
    } catch (thrown) {
      reset()
      isSending.current = false
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      if (isShown.current) {
        setFailure({ error, atMs: Date.now(), before })
        return
      }
      const { title, detail } = describeOutcome(error, `${words.deed} ${name}`)
      tell({ tone: 'danger', title, detail })
    }
  }

  return { send, isPending, failure, forget: () => setFailure(undefined) }
}
