import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { checkedUpdate } from './checked-update'
import { isGoneNow, readPlantNow } from './read-plant-now'
import { surpriseToast } from './surprise-toast'
import { useChangeFound } from './use-change-found'
import { type ErrorMessage, describeError } from '@/api/error-messages'
import { isPlantGone } from '@/api/plant-gone'
import { updatePlant } from '@/api/plant-mutations'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { useAttempt } from '@/attempts/use-attempt'
import {
  type Changes,
  changesStillOpen,
  conflicts,
  takeTheirs,
  toEdited,
  unexpectedChanges,
  withAuthMethod,
} from '@/domain/plant/plant-edit'
import { plantLabel } from '@/domain/plant/plant-name'
import { isUnreadable } from '@/lib/unreadable'

/** State of an edit. */
export type EditStage =
  | {
      at: 'form'
      notice?: string
      unread?: Pick<ErrorMessage, 'title' | 'retryAtMs'>
      error?: Error
      attempted?: Changes
    }
  | { at: 'conflict'; current: PlantDetail; changes: Changes }
  | { at: 'outcome'; error: Error; changes: Changes }

interface SentEdit {
  changes: Changes
  current: PlantDetail
}

/**
 * Saves the changes made in a form that was opened with `plant`, after comparing them with the plant's current state.
 */
export function usePlantEdit(plant: PlantDetail, onClose: () => void) {
  const queryClient = useQueryClient()
  const update = useMutation(updatePlant)
  const [start, setStart] = useState({ opened: plant, initial: toEdited(plant), round: 0 })
  const [before, setBefore] = useState<EditStage>({ at: 'form' })
  const what = `Saving ${plantLabel(plant)}`
  const { run, isSending, failed, isUnknown, forget } = useAttempt({
    plantId: plant.id,
    send: ({ changes, current }: SentEdit) => {
      const sent = checkedUpdate(withAuthMethod(changes, current))
      return update.mutateAsync({ plantId: plant.id, changes: sent })
    },
    describe: () => what,
    isDone: () => change.isDone,
  })
  const change = useChangeFound(plant.id, failed && { ...failed, sent: failed.sent.changes })
  const hasOutcome = isUnknown || change.isDone
  // Stable between renders: the form moves the focus when it gets another one.
  const stage = useMemo<EditStage>(() => {
    if (!failed || isSending) return before
    const { error, sent } = failed
    if (hasOutcome) return { at: 'outcome', error, changes: sent.changes }
    return { at: 'form', error, attempted: sent.changes }
  }, [before, failed, isSending, hasOutcome])

  /** `base` has the server's values that the user has seen. */
  const save = (asked: Changes, base: PlantDetail) =>
    run(async ({ deliver, showToast, isShown, finish }) => {
      // The notice of the previous attempt goes; a conflict stays while the user’s resolution is being saved.
      setBefore((left) => (left.at === 'form' ? { at: 'form' } : left))
      if (Object.keys(asked).length === 0) {
        setBefore({ at: 'form', notice: 'There are no changes to save.' })
        return
      }
      let current: PlantDetail
      try {
        current = await readPlantNow(queryClient, plant.id)
      } catch (failure) {
        const { title, detail, retryAtMs } = describeError(failure)
        setBefore({ at: 'form', unread: { title, retryAtMs } })
        if (isPlantGone(failure) || !isShown()) {
          showToast({ tone: 'danger', title: `${what}: not sent`, detail: `${title}. ${detail}` })
        }
        return
      }
      if (!isShown()) {
        const detail = 'The form was closed while the plant was being loaded.'
        showToast({ tone: 'warn', title: `${what}: not sent`, detail })
        return
      }
      if (conflicts(base, current, asked).length > 0) {
        setBefore({ at: 'conflict', current, changes: asked })
        return
      }
      const changes = changesStillOpen(current, asked)
      if (Object.keys(changes).length === 0) {
        const detail = 'The server already has these values.'
        showToast({ tone: 'info', title: 'Nothing to save', detail })
        finish()
        onClose()
        return
      }
      const result = await deliver({ changes, current })
      setBefore({ at: 'form' })
      if ('error' in result) {
        // The page removes the form when the plant is gone, which a 404 to a browser's own repeat doesn't prove.
        const mayBeGone = isShown() && isPlantGone(result.error)
        if (mayBeGone && (await isGoneNow(queryClient, plant.id))) result.showFailure()
        return
      }
      const { response } = result
      finish()
      showToast({ tone: 'ok', title: 'Saved', detail: plantLabel({ ...plant, ...response }) })
      if (isShown()) onClose()
      const reread = queryClient.getQueryData(plantQueries.detail(plant.id).queryKey)
      // Only the detail response contains the external ID.
      const isReread = reread !== undefined && reread !== current
      const externalPlantId =
        isReread && !isUnreadable(reread, 'externalPlantId') ? reread.externalPlantId : undefined
      const sent = withAuthMethod(changes, current)
      const surprises = unexpectedChanges(current, { ...response, externalPlantId }, sent)
      if (surprises.length > 0) showToast(surpriseToast(surprises))
    })

  const backToForm = () => {
    forget()
    setBefore({ at: 'form' })
  }

  /** Restarts the form from the server's values, with the user's changes where no one else changed anything. */
  const restart = (current: PlantDetail, changes: Changes) => {
    setStart(({ opened, round }) => ({
      opened: current,
      initial: takeTheirs(opened, current, changes),
      round: round + 1,
    }))
    backToForm()
  }

  return { ...start, stage, change, what, isSending, save, backToForm, restart }
}
