import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { NewPlantForm } from './new-plant-form'
import { UnknownCreation } from './unknown-creation'
import { outcomeOf } from '@/api/errors'
import type { CreatePlant } from '@/api/plant-schemas'
import { createPlant } from '@/api/plants'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { toast } from '@/ui/toast'

export interface NewPlantProps {
  onClose: () => void
  onCreated: (plantId: string) => void
}

const formId = 'new-plant'

export function NewPlantDialog({ onClose, onCreated }: NewPlantProps) {
  const creation = useMutation(createPlant)
  const [isDirty, setIsDirty] = useState(false)
  const isSending = useRef(false)
  const { error, isPending, variables, reset } = creation
  const isUnknown = error !== null && outcomeOf(error) === 'unknown'

  async function create(plant: CreatePlant) {
    // A second Enter arrives before React has drawn the pending button.
    if (isSending.current) return
    isSending.current = true
    try {
      const { id, name } = await creation.mutateAsync(plant)
      toast.show({ tone: 'ok', title: 'Plant created', detail: name })
      onCreated(id)
    } catch {
      // Shown from the mutation's own state.
    } finally {
      isSending.current = false
    }
  }

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
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" isPending={isPending}>
              Save
            </Button>
          </>
        )
      }
    >
      {/* Stays mounted below the unknown outcome, so that nothing typed is lost. */}
      <div hidden={isUnknown}>
        <NewPlantForm
          id={formId}
          error={isUnknown ? null : error}
          onSubmit={create}
          onDirtyChange={setIsDirty}
          onOpenPlant={onCreated}
        />
      </div>
      {isUnknown && variables ? (
        <UnknownCreation
          serialNumber={variables.serialNumber}
          onBack={reset}
          onOpenPlant={onCreated}
        />
      ) : null}
    </Dialog>
  )
}
