import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
import { readPlantNow } from './read-plant-now'
import { isPlantGone } from './read-refusal'
import { surpriseToast } from './surprise-toast'
import { failureToast, useSending } from './use-sending'
import { describeError } from '@/api/error-messages'
import { outcomeOf } from '@/api/errors'
import { type PlantDetail, updatePlantSchema } from '@/api/plant-schemas'
import { plantQueries, updatePlant } from '@/api/plants'
import { unexpectedChanges, withAuthMethod } from '@/domain/plant-edit'

/** Where a move stands. */
export type MoveStage =
  | { at: 'form'; notSent?: string; error?: Error }
  | { at: 'unknown'; error: Error; organizationId: string; sentAtMs: number }

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

  const move = (organizationId: string) =>
    send(async ({ tell, isShown }) => {
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
      const sentAtMs = Date.now()
      try {
        const changes = z.parse(updatePlantSchema, sent)
        const answer = await update.mutateAsync({ plantId: plant.id, changes })
        tell({ tone: 'ok', title: 'Plant moved', detail: `${plant.name} → ${organizationId}` })
        const surprises = unexpectedChanges(current, answer, sent)
        if (surprises.length > 0) tell(surpriseToast(surprises))
        // The page has taken this dialog away when it found the plant gone.
        if (isPlantGone(queryClient.getQueryState(queryKey)?.error)) {
          if (isHere()) onMoved()
        } else if (isShown()) onClose()
      } catch (failure) {
        const error = failure instanceof Error ? failure : new Error(String(failure))
        if (!isShown()) tell(failureToast(failure, what))
        else if (outcomeOf(failure) === 'unknown') {
          setStage({ at: 'unknown', error, organizationId, sentAtMs })
          const isGone = await readPlantNow(queryClient, plant.id).then(
            () => false,
            (reason: unknown) => isPlantGone(reason),
          )
          if (isGone) tell({ ...failureToast(failure, what), detail: goneDetail })
        } else setStage({ at: 'form', error })
      }
    })

  return { move, isSending, stage, backToForm: () => setStage({ at: 'form' }) }
}

const goneDetail =
  'The move was sent, but no readable answer came. The plant can no longer be read here: it was moved, or somebody deleted it.'
