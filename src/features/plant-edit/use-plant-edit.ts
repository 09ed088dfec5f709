import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checkedUpdate } from './checked-update'
import { type LostAnswer, lostAnswer } from '@/attempts/lost-answer'
import { readPlantNow } from './read-plant-now'
import { isPlantGone } from '@/attempts/refusal'
import { surpriseToast } from './surprise-toast'
import { failureToast, useSending } from '@/attempts/use-sending'
import { describeError } from '@/api/error-messages'
import type { Plant, PlantDetail } from '@/api/plant-schemas'
import { plantQueries, updatePlant } from '@/api/plants'
import {
  type Changes,
  changesStillOpen,
  conflicts,
  takeTheirs,
  toEdited,
  unexpectedChanges,
  withAuthMethod,
} from '@/domain/plant/plant-edit'
import { isUnreadable } from '@/lib/unreadable'
import { toError } from '@/lib/thrown'

/** Where an edit stands. */
export type EditStage =
  | { at: 'form'; notice?: string; unread?: string; error?: Error; attempted?: Changes }
  | { at: 'conflict'; current: PlantDetail; changes: Changes }
  | ({ at: 'unknown'; changes: Changes } & LostAnswer)

/** Saves what was changed in a form that was opened with `plant`, over what the server has by then. */
export function usePlantEdit(plant: PlantDetail, onClose: () => void) {
  const queryClient = useQueryClient()
  const update = useMutation(updatePlant)
  const { send, isSending } = useSending()
  const [start, setStart] = useState({ opened: plant, initial: toEdited(plant), round: 0 })
  const [stage, setStage] = useState<EditStage>({ at: 'form' })
  const what = `Saving ${plant.name || plant.serialNumber}`

  /** `base` is what the person has seen of the server's values. */
  const save = (asked: Changes, base: PlantDetail) =>
    send(async ({ tell, isShown, finish }) => {
      if (Object.keys(asked).length === 0) {
        setStage({ at: 'form', notice: 'Nothing was changed, so nothing was sent.' })
        return
      }
      let current: PlantDetail
      try {
        current = await readPlantNow(queryClient, plant.id)
      } catch (failure) {
        const { title, detail } = describeError(failure)
        setStage({ at: 'form', unread: title })
        if (isPlantGone(failure) || !isShown()) {
          tell({ tone: 'danger', title: `${what}: not sent`, detail: `${title}. ${detail}` })
        }
        return
      }
      if (!isShown()) {
        const detail = 'The form was left while the plant was being read again.'
        tell({ tone: 'warn', title: `${what}: not sent`, detail })
        return
      }
      if (conflicts(base, current, asked).length > 0) {
        setStage({ at: 'conflict', current, changes: asked })
        return
      }
      const changes = changesStillOpen(current, asked)
      if (Object.keys(changes).length === 0) {
        const detail = 'The server has these values already.'
        tell({ tone: 'info', title: 'Nothing to save', detail })
        finish()
        onClose()
        return
      }
      const sent = withAuthMethod(changes, current)
      let answer: Plant
      try {
        answer = await update.mutateAsync({ plantId: plant.id, changes: checkedUpdate(sent) })
      } catch (failure) {
        const error = toError(failure)
        if (isPlantGone(error) || !isShown()) tell(failureToast(error, what))
        const lost = isShown() ? await lostAnswer(queryClient, plant.id, error, tell) : undefined
        setStage(
          lost ? { at: 'unknown', changes, ...lost } : { at: 'form', error, attempted: asked },
        )
        return
      }
      finish()
      tell({ tone: 'ok', title: 'Saved', detail: answer.name || plant.name })
      if (isShown()) onClose()
      const reread = queryClient.getQueryData(plantQueries.detail(plant.id).queryKey)
      // Only a plant's own page has the external ID.
      const isReread = reread !== undefined && reread !== current
      const externalPlantId =
        isReread && !isUnreadable(reread, 'externalPlantId') ? reread.externalPlantId : undefined
      const surprises = unexpectedChanges(current, { ...answer, externalPlantId }, sent)
      if (surprises.length > 0) tell(surpriseToast(surprises))
    })

  const backToForm = () => setStage({ at: 'form' })

  /** The form starts again from the server's values, with mine where nobody else was. */
  const restart = (current: PlantDetail, changes: Changes) => {
    setStart(({ opened, round }) => ({
      opened: current,
      initial: takeTheirs(opened, current, changes),
      round: round + 1,
    }))
    backToForm()
  }

  return { ...start, stage, what, isSending, save, backToForm, restart }
}
