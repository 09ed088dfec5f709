import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { NewPlantForm } from './new-plant-form'
import { UnknownCreation } from './unknown-creation'
import { describeOutcome } from '@/api/error-messages'
import { outcomeOf } from '@/api/errors'
import type { CreatePlant } from '@/api/plant-schemas'
import { createPlant } from '@/api/plants'
import { useDeployment, usernameOf } from '@/api/session-context'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { type ToastMessage, toast } from '@/ui/toast'

export interface NewPlantProps {
  onClose: () => void
  onCreated: (plantId: string) => void
}

const formId = 'new-plant'

export function NewPlantDialog({ onClose, onCreated }: NewPlantProps) {
  const creation = useMutation(createPlant)
  const [isDirty, setIsDirty] = useState(false)
  const isSending = useRef(false)
  const isShown = useRef(true)
  const { session } = useDeployment()
  const { error, isPending, variables, reset } = creation
  const isUnknown = error !== null && outcomeOf(error) === 'unknown'

  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function create(plant: CreatePlant) {
    // A second Enter arrives before React has drawn the pending button.
    if (isSending.current) return
    isSending.current = true
    const username = usernameOf(session.getState())
    // What one person sent is not told to the next who signed in meanwhile.
    const tell = (message: ToastMessage) =>
      usernameOf(session.getState()) === username && toast.show(message)
    try {
      const { id, name } = await creation.mutateAsync(plant)
      tell({ tone: 'ok', title: 'Plant created', detail: name })
      if (isShown.current) onCreated(id)
    } catch (failure) {
      // The dialog shows it from the mutation's own state, unless Back has closed it meanwhile.
      const what = `Creating ${plant.serialNumber}`
      if (!isShown.current) tell({ tone: 'danger', ...wordsOf(failure, what) })
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
            <Button
              disabledReason={isPending ? 'The plant is being created.' : null}
              onClick={onClose}
            >
              Cancel
            </Button>
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

function wordsOf(failure: unknown, what: string): { title: string; detail: string } {
  const { title, detail } = describeOutcome(failure, what)
  return { title, detail }
}
