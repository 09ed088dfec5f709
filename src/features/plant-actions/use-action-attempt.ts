import { useMutation } from '@tanstack/react-query'
import { actionMutations } from './action-mutations'
import { actionWords } from './action-words'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { type FailedAttempt, useAttempt } from '@/attempts/use-attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantName } from '@/domain/plant/plant-name'
import { visibleText } from '@/ui/visible-text'

/** An attempt at an action that did not end as done; it was sent for the plant as it was confirmed. */
export type FailedAction = FailedAttempt<PlantDetail>

interface ActionAttemptOptions {
  plantId: string
  action: ConfirmedAction
  isDone: (failed: FailedAction) => boolean
  onClose: () => void
  /** Says whether it is shown; false when the page was left meanwhile. */
  onIssued: (issued: Issued, before: PlantDetail) => boolean
  onGone: () => void
}

/** Sends a confirmed action for a plant, and hands on what it issued. */
export function useActionAttempt(options: ActionAttemptOptions) {
  const { plantId, action, isDone, onClose, onIssued, onGone } = options
  const { mutateAsync, reset } = useMutation(actionMutations[action])
  const words = actionWords[action]
  const { run, ...attempt } = useAttempt({
    plantId,
    // Nothing secret stays behind in the mutation; from here on one place holds it.
    send: () => mutateAsync(plantId).finally(reset),
    describe: (before: PlantDetail) => `${words.gerund} ${nameOf(before)}`,
    isDone,
  })

  const send = (before: PlantDetail) =>
    run(async ({ deliver, tell, isSamePerson, isShown, finish }) => {
      const result = await deliver(before)
      if ('error' in result) return
      finish()
      const issued = result.answer
      const title = `${words.done} ${nameOf(before)}`
      // What one person sent is neither told nor shown to the next who signed in meanwhile.
      if (issued && isSamePerson() && !onIssued(issued, before)) {
        tell({ tone: 'warn', title, detail: words.dropped ?? '' })
      }
      if (!issued) tell({ tone: 'ok', title })
      if (action === 'delete') onGone()
      else if (isShown()) onClose()
    })

  return { ...attempt, send }
}

function nameOf(plant: PlantDetail): string {
  return visibleText(plantName(plant) || plant.id)
}
