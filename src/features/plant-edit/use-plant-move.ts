import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { changedMeanwhile } from './changed-meanwhile'
import { checkedUpdate } from './checked-update'
import { isGoneNow, readPlantNow } from './read-plant-now'
import { surpriseToast } from './surprise-toast'
import { useChangeFound } from './use-change-found'
import { useOrganizationList } from './use-organization-list'
import { describeError } from '@/api/error-messages'
import { retryAtOf } from '@/api/errors'
import { isKnownGone, isPlantGone } from '@/api/plant-gone'
import { updatePlant } from '@/api/plant-mutations'
import type { PlantDetail } from '@/api/plant-schemas'
import { useAttempt } from '@/attempts/use-attempt'
import { nameOfOrganization } from '@/domain/accounts/organization-menu'
import { asSent, unexpectedChanges, withAuthMethod } from '@/domain/plant/plant-edit'
import { plantLabel } from '@/domain/plant/plant-name'
import { plantNotLoaded } from '@/domain/plant/plant-words'

/** State of a move. */
export type MoveStage =
  | {
      at: 'form'
      notSent?: { reason: string; retryAtMs?: number | undefined }
      error?: Error
      /** ID of the organization that was refused. */
      refusedId?: string
    }
  | { at: 'outcome'; error: Error }

interface MoveEnds {
  onClose: () => void
  /** Called when the plant is no longer visible to the user. */
  onMoved: () => void
}

interface SentMove {
  organizationId: string
  current: PlantDetail
}

/** Moves a plant, provided it hasn't changed since the user saw it. */
export function usePlantMove(plant: PlantDetail, { onClose, onMoved }: MoveEnds) {
  const organizations = useOrganizationList()
  const queryClient = useQueryClient()
  const router = useRouter()
  const update = useMutation(updatePlant)
  const [notSent, setNotSent] = useState<{ reason: string; retryAtMs?: number | undefined }>()
  const what = `Moving ${plantLabel(plant)}`
  const { run, isSending, failed, isUnknown, forget } = useAttempt({
    plantId: plant.id,
    // A separate request, but with the method, because servers may read a missing one as MTLS.
    send: ({ organizationId, current }: SentMove) => {
      const sent = checkedUpdate(withAuthMethod({ organizationId }, current))
      return update.mutateAsync({ plantId: plant.id, changes: sent })
    },
    describe: () => what,
    isDone: () => change.isDone,
  })
  const change = useChangeFound(
    plant.id,
    failed && { ...failed, sent: { organizationId: failed.sent.organizationId } },
  )

  const move = (typed: string) =>
    run(async ({ deliver, showToast, isShown, finish }) => {
      const organizationId = asSent('organizationId', typed)
      const { pathname } = router.state.location
      const isHere = () => router.state.location.pathname === pathname
      const stop = (reason: string, failure?: unknown) => {
        setNotSent({ reason, retryAtMs: retryAtOf(failure) })
        // The page takes the dialog away when the plant is gone.
        if (!isShown() || isPlantGone(failure))
          showToast({ tone: 'danger', title: `${what}: not sent`, detail: reason })
      }
      setNotSent(undefined)
      let current: PlantDetail
      try {
        current = await readPlantNow(queryClient, plant.id)
      } catch (failure) {
        stop(`${plantNotLoaded} before moving it: ${describeError(failure).title}.`, failure)
        return
      }
      if (!isShown()) {
        stop('The form was closed while the plant was being loaded.')
        return
      }
      const isSame =
        current.serialNumber === plant.serialNumber &&
        current.organizationId === plant.organizationId &&
        current.name === plant.name
      if (!isSame) {
        stop(`${changedMeanwhile} Check it again, then confirm.`)
        return
      }
      const result = await deliver({ organizationId, current })
      if ('error' in result) {
        // The page removes the form when the plant is gone, which a 404 to a browser's own repeat doesn't prove.
        const mayBeGone = isShown() && isPlantGone(result.error)
        if (mayBeGone && (await isGoneNow(queryClient, plant.id))) result.showFailure()
        return
      }
      finish()
      const name = nameOfOrganization(organizations, organizationId)
      showToast({
        tone: 'ok',
        title: 'Plant moved',
        detail: `${plantLabel(plant)} → ${name === undefined ? '' : `${name}, `}${organizationId}`,
      })
      // The page has removed this dialog if the plant is gone.
      if (isKnownGone(queryClient, plant.id)) {
        if (isHere()) onMoved()
      } else if (isShown()) onClose()
      const sent = withAuthMethod({ organizationId }, current)
      const surprises = unexpectedChanges(current, result.response, sent)
      if (surprises.length > 0) showToast(surpriseToast(surprises))
    })

  const stage: MoveStage =
    failed && (isUnknown || change.isDone)
      ? { at: 'outcome', error: failed.error }
      : {
          at: 'form',
          ...(notSent === undefined ? {} : { notSent }),
          ...(failed ? { error: failed.error, refusedId: failed.sent.organizationId } : {}),
        }
  return { move, isSending, stage, change, what, backToForm: forget }
}
