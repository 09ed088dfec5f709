import { useMutation } from '@tanstack/react-query'
import { CreationEvidence, CreationFooter, CreationOutcome } from './creation-outcome'
import { NewPlantForm } from './new-plant-form'
import { type CreationFound, useCreationFound } from './use-creation-found'
import { createPlant } from '@/api/plant-mutations'
import type { CreatePlant } from '@/api/plant-write-schemas'
import { CreationDialog } from '@/attempts/creation-dialog'
import { useAttempt } from '@/attempts/use-attempt'
import { whyNoPage } from '@/domain/plant/plant-address'

export interface NewPlantProps {
  onClose: () => void
  onCreated: (plantId: string) => void
  /** Opens a plant that exists already. */
  onOpenPlant: (plantId: string) => void
}

/** Dialog that creates a plant. After a refusal or an unknown outcome it searches the list for the serial number. */
export function NewPlantDialog({ onClose, onCreated, onOpenPlant }: NewPlantProps) {
  const { mutateAsync } = useMutation(createPlant)
  const attempt = useAttempt({
    send: (plant: CreatePlant) => mutateAsync(plant),
    describe: ({ serialNumber }) => `Creating ${serialNumber}`,
    // Not called during this render: `found` is defined below, because it depends on the attempt.
    isDone: () => found.isDone,
  })
  const found: CreationFound = useCreationFound(attempt.failed)

  const create = (plant: CreatePlant) =>
    attempt.run(async ({ deliver, showToast, isShown, finish }) => {
      const result = await deliver(plant)
      // Failures are shown in the dialog.
      if ('error' in result) return
      const { id, name } = result.response
      finish()
      const noPage = whyNoPage(id)
      if (noPage === undefined) showToast({ tone: 'ok', title: 'Plant created', detail: name })
      else showToast({ tone: 'warn', title: 'Plant created', detail: noPage })
      if (!isShown()) return
      if (noPage === undefined) onCreated(id)
      else onClose()
    })

  return (
    <CreationDialog
      noun="plant"
      description="The plant starts as pending. Provisioning gives it credentials."
      {...{ attempt, found, onClose }}
      renderForm={(props) => (
        <NewPlantForm {...props} onSubmit={create} onOpenPlant={onOpenPlant} />
      )}
      evidence={<CreationEvidence found={found} />}
      renderOutcome={(failed) => <CreationOutcome failed={failed} found={found} />}
      outcomeFooter={
        <CreationFooter {...{ found, onClose }} onBack={attempt.forget} onOpenPlant={onCreated} />
      }
    />
  )
}
