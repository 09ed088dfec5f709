import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
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
import { asSent, unexpectedChanges, withAuthMethod } from '@/domain/plant/plant-edit'
import { toError } from '@/lib/thrown'

/** Where a move stands. */
export type MoveStage =
  | { at: 'form'; notSent?: string; error?: Error }
  | ({ at: 'unknown'; organizationId: string } & LostAnswer)

interface MoveEnds {
  onClose: () => void
  /** The plant is out of this person's sight. */
  onMoved: () => void
}

/** Moves a plant that is still what the person who confirms it sees. */
export function usePlantMove(plant: PlantDetail, { onClose, onMoved }: MoveEnds) {
  const queryClient = useQueryClient()
  const router = useRouter()
  const update = useMutation(updatePlant)
  const { send, isSending } = useSending()
  const [stage, setStage] = useState<MoveStage>({ at: 'form' })
  const what = `Moving ${plant.name || plant.serialNumber}`
  const { queryKey } = plantQueries.detail(plant.id)

  const move = (typed: string) =>
    send(async ({ tell, isShown, finish }) => {
      const organizationId = asSent('organizationId', typed)
      const { pathname } = router.state.location
      const isHere = () => router.state.location.pathname === pathname
      const notSent = (reason: string) => {
        setStage({ at: 'form', notSent: reason })
        if (!isShown()) tell({ tone: 'danger', title: `${what}: not sent`, detail: reason })
      }
      let current: PlantDetail
      try {
        current = await readPlantNow(queryClient, plant.id)
      } catch (failure) {
        notSent(`The plant is read again before, and that failed: ${describeError(failure).title}.`)
        return
      }
      if (!isShown()) {
        notSent('The form was left while the plant was being read again.')
        return
      }
      const isSame =
        current.serialNumber === plant.serialNumber &&
        current.organizationId === plant.organizationId &&
        current.name === plant.name
      if (!isSame) {
        notSent('Somebody else changed the plant meanwhile. Look at it again, then confirm.')
        return
      }
      // In a request of its own, but with the method: an absent one could be taken for MTLS.
      const sent = withAuthMethod({ organizationId }, current)
      let answer: Plant
      try {
        answer = await update.mutateAsync({ plantId: plant.id, changes: checkedUpdate(sent) })
      } catch (failure) {
        const error = toError(failure)
        if (!isShown()) {
          tell(failureToast(error, what))
          return
        }
        const lost = await lostAnswer(queryClient, plant.id, error, tell)
        setStage(lost ? { at: 'unknown', organizationId, ...lost } : { at: 'form', error })
        return
      }
      finish()
      tell({ tone: 'ok', title: 'Plant moved', detail: `${plant.name} → ${organizationId}` })
      // The page has taken this dialog away when it found the plant gone.
      if (isPlantGone(queryClient.getQueryState(queryKey)?.error)) {
        if (isHere()) onMoved()
      } else if (isShown()) onClose()
      const surprises = unexpectedChanges(current, answer, sent)
      if (surprises.length > 0) tell(surpriseToast(surprises))
    })

  return { move, isSending, stage, what, backToForm: () => setStage({ at: 'form' }) }
}
