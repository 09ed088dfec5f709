import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { NewPlantForm } from './new-plant-form'
import { UnknownCreation, UnknownCreationFooter } from './unknown-creation'
import { retryAtOf } from '@/api/errors'
import { createPlant } from '@/api/plant-mutations'
import type { CreatePlant } from '@/api/plant-schemas'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { useAttempt } from '@/attempts/use-attempt'
import { isKnownDone, outcomeTitle } from '@/domain/actions/attempt'
import { creationVerdict } from '@/domain/actions/creation-verdict'
import { isLaterReading } from '@/domain/actions/later-reading'
import { whyNoPage } from '@/domain/plant/plant-address'
import type { Verdict } from '@/domain/plant/verdict'
import { toServerTime } from '@/lib/server-clock'
import { useSerialNumberSearch } from '@/plant-ui/use-serial-number-search'
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

/** Dialog that creates a plant. After an unknown outcome it searches the list for the serial number. */
export function NewPlantDialog({ onClose, onCreated, onOpenPlant }: NewPlantProps) {
  const { mutateAsync } = useMutation(createPlant)
  const [isDirty, setIsDirty] = useState(false)
  const { run, isSending, failed, isUnknown, forget } = useAttempt({
    send: (plant: CreatePlant) => mutateAsync(plant),
    describe: ({ serialNumber }) => `Creating ${serialNumber}`,
    isDone: (attempt) => isKnownDone(attempt, verdict),
  })
  const search = useSerialNumberSearch(isUnknown ? failed?.sent.serialNumber : undefined, {
    repeatAfterMs: () => (failed ? untilNextReadingMs(failed.atMs) : false),
  })
  const isSearched = failed !== undefined && isLaterReading(search.dataUpdatedAt, failed.atMs)
  const verdict: Verdict | undefined =
    isSearched && search.data ? creationVerdict(search.data, toServerTime(failed.atMs)) : undefined
  const closing = useFormClosing({ isDirty, isBusy: isSending || isUnknown, onClose })
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
      isDismissable={!isSending && !isUnknown}
      size="md"
      title={(isUnknown && failed && outcomeTitle(failed, verdict)) || 'New plant'}
      description={
        isUnknown ? undefined : 'The plant starts as pending. Provisioning gives it credentials.'
      }
      footer={
        isUnknown && failed ? (
          <UnknownCreationFooter
            isDone={isKnownDone(failed, verdict)}
            search={search}
            onBack={forget}
            onClose={onClose}
            onOpenPlant={onCreated}
          />
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
      {/* Stays mounted below the unknown outcome so that nothing typed is lost. */}
      <div hidden={isUnknown}>
        <NewPlantForm
          id={formId}
          isShown={!isUnknown}
          error={isUnknown || isSending ? null : (failed?.error ?? null)}
          attempted={failed?.sent}
          onSubmit={create}
          onDirtyChange={setIsDirty}
          onOpenPlant={onOpenPlant}
        />
      </div>
      {isUnknown && failed ? (
        <UnknownCreation
          error={failed.error}
          serialNumber={failed.sent.serialNumber}
          search={search}
          verdict={verdict}
        />
      ) : null}
    </Dialog>
  )
}
