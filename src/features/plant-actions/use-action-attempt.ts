import { useMutation } from '@tanstack/react-query'
import { actionMutations } from './action-mutations'
import { actionWords } from './action-words'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { useAttempt } from '@/attempts/use-attempt'
import type { FailedAttempt } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantLabel } from '@/domain/plant/plant-name'
import { visibleText } from '@/ui/visible-text'

/** A failed attempt at an action; `sent` is the plant as it was confirmed. */
export type FailedAction = FailedAttempt<PlantDetail>

/** A plant as it was confirmed, and when it was read (Unix ms, server's clock). */
export interface PlantBefore {
  plant: PlantDetail
  readAtMs: number
}

interface ActionAttemptOptions {
  plantId: string
  action: ConfirmedAction
  isDone: (failed: FailedAction) => boolean
  onClose: () => void
  /** Returns true when the credentials are shown; false when the user has left the page. */
  onIssued: (issued: Issued, before: PlantBefore) => boolean
  onGone: () => void
}

/** Sends a confirmed action for a plant and passes on what it issued. */
export function useActionAttempt(options: ActionAttemptOptions) {
  const { plantId, action, isDone, onClose, onIssued, onGone } = options
  const { mutateAsync, reset } = useMutation(actionMutations[action])
  const words = actionWords[action]
  const { run, ...attempt } = useAttempt({
    plantId,
    // Resetting the mutation removes the secret from it, so that only the caller keeps it.
    send: () => mutateAsync(plantId).finally(reset),
    describe: (before: PlantDetail) => `${words.gerund} ${nameOf(before)}`,
    isDone,
  })

  /** `readAtMs` is when the confirmed plant was read, Unix ms, server's clock. */
  const send = (before: PlantDetail, readAtMs: number) =>
    run(async ({ deliver, showToast, isSamePerson, isShown, finish }) => {
      const result = await deliver(before)
      if ('error' in result) return
      finish()
      const issued = result.response
      const title = `${words.done} ${nameOf(before)}`
      // A user who signed in meanwhile must never see the result.
      if (issued && isSamePerson() && !onIssued(issued, { plant: before, readAtMs })) {
        showToast({ tone: 'warn', title, detail: words.dropped ?? '' })
      }
      if (!issued) showToast({ tone: 'ok', title })
      if (action === 'delete') onGone()
      else if (isShown()) onClose()
    })

  return { ...attempt, send }
}

function nameOf(plant: PlantDetail): string {
  return visibleText(plantLabel(plant))
}
