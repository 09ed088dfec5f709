import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { actionMutations } from './action-mutations'
import { actionWords } from './action-words'
import { describeOutcome } from '@/api/error-messages'
import type { PlantDetail } from '@/api/plant-schemas'
import { readingsCountFrom } from '@/api/plants'
import type { Issued } from '@/api/provisioning'
import { useUsernameNow } from '@/api/session/session-context'
import type { Attempt } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { toError } from '@/lib/thrown'
import { useSendingGuard } from '@/ui/use-sending-guard'
import { visibleText } from '@/ui/visible-text'

/** An attempt that did not end as done. */
export interface Failure extends Attempt {
  /** Says by a toast what became of it, to the person whose attempt it was. */
  tell: () => void
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
  const queryClient = useQueryClient()
  const { mutateAsync, reset } = useMutation(actionMutations[action])
  const [failure, setFailure] = useState<Failure>()
  const guard = useSendingGuard(useUsernameNow())

  const send = (before: PlantDetail) =>
    guard.send(async ({ tell, isSamePerson, isShown, finish }) => {
      setFailure(undefined)
      const words = actionWords[action]
      const name = visibleText(before.name || before.serialNumber || before.id)
      let issued: Issued | undefined
      try {
        issued = await mutateAsync(plantId)
      } catch (thrown) {
        const error = toError(thrown)
        const { title, detail } = describeOutcome(error, `${words.deed} ${name}`)
        const tellIt = () => tell({ tone: 'danger', title, detail })
        if (!isShown()) tellIt()
        else {
          const atMs = await readingsCountFrom(queryClient, plantId)
          setFailure({ error, atMs, before, tell: tellIt })
        }
        return
      } finally {
        // Nothing secret stays behind in the mutation; from here on one place holds it.
        reset()
      }
      finish()
      // What one person sent is neither told nor shown to the next who signed in meanwhile.
      if (issued && isSamePerson() && !onIssued(issued, before)) {
        tell({ tone: 'warn', title: `${words.done} ${name}`, detail: words.dropped ?? '' })
      }
      if (!issued) tell({ tone: 'ok', title: `${words.done} ${name}` })
      if (action === 'delete') onGone()
      else if (isShown()) onClose()
    })

  return { send, isSending: guard.isSending, failure, forget: () => setFailure(undefined) }
}
