import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFooter } from '@/ui/form-footer'
import { NewPlantForm } from './new-plant-form'
import { UnknownCreation } from './unknown-creation'
import { failureToast, useSending } from '@/attempts/use-sending'
import { outcomeOf, retryAtOf } from '@/api/errors'
import type { CreatePlant } from '@/api/plant-schemas'
import { createPlant } from '@/api/plants'
import { whyNoPage } from '@/domain/plant/plant-address'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { useRetryWait } from '@/ui/retry-wait'
import { useHeldPage } from '@/ui/use-held-page'
import { useLeaveGuard } from '@/ui/use-leave-guard'

export interface NewPlantProps {
  onClose: () => void
  onCreated: (plantId: string) => void
}

const formId = 'new-plant'

export function NewPlantDialog({ onClose, onCreated }: NewPlantProps) {
  const creation = useMutation(createPlant)
  const [isDirty, setIsDirty] = useState(false)
  const { send, isSending } = useSending()
  const { error, isPending, variables, reset } = creation
  const isUnknown = error !== null && outcomeOf(error) === 'unknown'
  const leaving = useLeaveGuard(isDirty && !isSending && !isUnknown)
  useHeldPage(isUnknown)

  const waitReason = useRetryWait(retryAtOf(error))

  const create = (plant: CreatePlant) =>
    send(async ({ tell, isShown, finish }) => {
      try {
        const { id, name } = await creation.mutateAsync(plant)
        finish()
        const noPage = whyNoPage(id)
        if (noPage === undefined) tell({ tone: 'ok', title: 'Plant created', detail: name })
        else tell({ tone: 'warn', title: 'Plant created', detail: noPage })
        if (isShown()) {
          if (noPage === undefined) onCreated(id)
          else onClose()
        }
      } catch (failure) {
        // The dialog shows it from the mutation's own state, unless Back has closed it meanwhile.
        if (!isShown()) tell(failureToast(failure, `Creating ${plant.serialNumber}`))
      }
    })

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isDirty && !isPending}
      size="md"
      title={isUnknown ? 'Outcome unknown' : 'New plant'}
      description={
        isUnknown ? undefined : 'It starts as pending; provisioning gives it credentials.'
      }
      footer={
        isUnknown ? undefined : (
          <FormFooter
            isDirty={isDirty}
            pendingReason={isPending ? 'The plant is being created.' : null}
            leaving={leaving}
            onClose={onClose}
          >
            <Button
              key="save"
              type="submit"
              form={formId}
              variant="primary"
              isPending={isPending}
              disabledReason={waitReason}
            >
              Save
            </Button>
          </FormFooter>
        )
      }
    >
      {/* Stays mounted below the unknown outcome, so that nothing typed is lost. */}
      <div hidden={isUnknown}>
        <NewPlantForm
          id={formId}
          error={isUnknown ? null : error}
          attempted={variables}
          onSubmit={create}
          onDirtyChange={setIsDirty}
          onOpenPlant={onCreated}
        />
      </div>
      {isUnknown && variables ? (
        <UnknownCreation
          error={error}
          serialNumber={variables.serialNumber}
          onBack={reset}
          onOpenPlant={onCreated}
        />
      ) : null}
    </Dialog>
  )
}
