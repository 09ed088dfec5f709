import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  CreationEvidence,
  CreationFooter,
  CreationOutcome,
  creationTitle,
} from './creation-outcome'
import { NewPlantForm } from './new-plant-form'
import { type CreationFound, useCreationFound } from './use-creation-found'
import { retryAtOf } from '@/api/errors'
import { createPlant } from '@/api/plant-mutations'
import type { CreatePlant } from '@/api/plant-schemas'
import { useAttempt } from '@/attempts/use-attempt'
import { whyNoPage } from '@/domain/plant/plant-address'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import { useFormClosing } from '@/ui/use-form-closing'

export interface NewPlantProps {
  onClose: () => void
  onCreated: (plantId: string) => void
  /** Opens a plant that exists already. */
  onOpenPlant: (plantId: string) => void
}

const formId = 'new-plant'

/** Dialog that creates a plant. After a refusal or an unknown outcome it searches the list for the serial number. */
export function NewPlantDialog({ onClose, onCreated, onOpenPlant }: NewPlantProps) {
  const { mutateAsync } = useMutation(createPlant)
  const [isDirty, setIsDirty] = useState(false)
  const { run, isSending, failed, isUnknown, forget } = useAttempt({
    send: (plant: CreatePlant) => mutateAsync(plant),
    describe: ({ serialNumber }) => `Creating ${serialNumber}`,
    // Not called during this render: `found` is defined below, because it depends on the attempt.
    isDone: () => found.isDone,
  })
  const found: CreationFound = useCreationFound(failed)
  const hasOutcome = failed !== undefined && (isUnknown || found.isDone)
  const closing = useFormClosing({ isDirty, isBusy: isSending || hasOutcome, onClose })
  const waitReason = useRetryWait(retryAtOf(failed?.error))

  const create = (plant: CreatePlant) =>
    run(async ({ deliver, showToast, isShown, finish }) => {
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
    <Dialog
      isOpen
      onClose={closing.request}
      isDismissable={!isSending && !hasOutcome}
      size="md"
      title={(hasOutcome && creationTitle(failed, found)) || 'New plant'}
      description={
        hasOutcome ? undefined : 'The plant starts as pending. Provisioning gives it credentials.'
      }
      footer={
        hasOutcome ? (
          <CreationFooter found={found} onBack={forget} onClose={onClose} onOpenPlant={onCreated} />
        ) : (
          <FormFooter
            closing={closing}
            pendingReason={isSending ? 'The plant is being created.' : null}
          >
            <Button
              key="save"
              type="submit"
              form={formId}
              variant="primary"
              isPending={isSending}
              disabledReason={waitReason}
            >
              Create plant
            </Button>
          </FormFooter>
        )
      }
    >
      {/* Stays mounted below an outcome so that nothing typed is lost. */}
      <div hidden={hasOutcome} className="flex flex-col gap-4">
        <NewPlantForm
          id={formId}
          isShown={!hasOutcome}
          error={hasOutcome || isSending ? null : (failed?.error ?? null)}
          attempted={failed?.sent}
          onSubmit={create}
          onDirtyChange={setIsDirty}
          onOpenPlant={onOpenPlant}
        />
        <div role="status" className="empty:hidden">
          {found.isSought && !hasOutcome ? <CreationEvidence found={found} /> : null}
        </div>
      </div>
      {hasOutcome ? <CreationOutcome failed={failed} found={found} /> : null}
    </Dialog>
  )
}
