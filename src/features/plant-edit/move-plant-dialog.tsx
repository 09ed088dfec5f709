import { zodResolver } from '@hookform/resolvers/zod'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useController, useForm } from 'react-hook-form'
import { ChangeEvidence, ChangeOutcome, ChangeOutcomeFooter } from './change-outcome'
import { MoveConsequences } from './move-consequences'
import { moveSchema } from './move-schema'
import { OrganizationField } from './organization-field'
import { useOrganizationList } from './use-organization-list'
import { type MoveStage, usePlantMove } from './use-plant-move'
import { plantQueries } from '@/api/plants'
import { type FormRefusal, notSentRefusal, readRefusal } from '@/attempts/refusal'
import { plantActionLabels } from '@/domain/actions/plant-actions'
import { typedProofOf } from '@/domain/actions/typed-proof'
import { formMessage } from '@/lib/form-messages'
import { TypedProofField } from '@/plant-ui/typed-proof-field'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormError } from '@/ui/form-error'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import { useFormClosing } from '@/ui/use-form-closing'
import { visibleText } from '@/ui/visible-text'

/** Props of the move dialog. */
export interface MovePlantProps {
  plantId: string
  onClose: () => void
  /** Called when the plant is no longer visible to the user after the move. */
  onMoved: () => void
}

const formId = 'move-plant'

/** Dialog that moves a plant to another organization; requires typing as confirmation. */
export function MovePlantDialog({ plantId, onClose, onMoved }: MovePlantProps) {
  const query = useSuspenseQuery({ ...plantQueries.detail(plantId), refetchOnMount: 'always' })
  const plant = query.data
  const { move, isSending, stage, change, what, backToForm } = usePlantMove(plant, {
    onClose,
    onMoved,
  })
  const whyForbidden = useWhyForbidden()
  const { id, serialNumber, organizationId: present } = plant
  const proof = useMemo(() => typedProofOf({ id, serialNumber }, visibleText), [id, serialNumber])
  const organizations = useOrganizationList()
  const schema = useMemo(
    () => moveSchema(proof, present, organizations),
    [proof, present, organizations],
  )
  const form = useForm({
    resolver: zodResolver(schema, { error: formMessage }),
    defaultValues: { organizationId: '', confirmation: '' },
  })
  const { control, register, handleSubmit, formState, setFocus } = form
  // Before the other field: the focus goes to the first wrong one in the order of registration.
  const { field } = useController({ control, name: 'organizationId' })
  const { errors, isDirty } = formState
  const refusal = refusalOf(stage)
  const waitReason = useRetryWait(refusal.message?.retryAtMs)
  const hasOutcome = stage.at === 'outcome'
  const closing = useFormClosing({ isDirty, isBusy: isSending || hasOutcome, onClose })
  useEffect(() => {
    if (!hasOutcome) setFocus('organizationId')
  }, [hasOutcome, setFocus])
  return (
    <Dialog
      isOpen
      onClose={closing.request}
      isDismissable={!isSending && !hasOutcome}
      role={hasOutcome ? 'dialog' : 'alertdialog'}
      size="md"
      title={hasOutcome ? change.title : plantActionLabels.move}
      footer={
        hasOutcome ? (
          <ChangeOutcomeFooter change={change} onBack={backToForm} onClose={onClose} />
        ) : (
          <FormFooter
            closing={closing}
            pendingReason={isSending ? 'The plant is being moved.' : null}
          >
            <Button
              key="confirm"
              type="submit"
              form={formId}
              variant="danger"
              isPending={isSending}
              disabledReason={whyForbidden('move') ?? waitReason}
            >
              Move plant
            </Button>
          </FormFooter>
        )
      }
    >
      <div hidden={hasOutcome} className="flex flex-col gap-4">
        <MoveConsequences plant={plant} />
        <form
          id={formId}
          noValidate
          onSubmit={handleSubmit(({ organizationId }) => move(organizationId))}
          className="flex flex-col gap-4"
        >
          <OrganizationField
            field={field}
            organizations={organizations}
            present={present}
            error={errors.organizationId?.message}
            refusal={{
              id: stage.at === 'form' ? stage.refusedId : undefined,
              message: refusal.fields.organizationId,
            }}
          />
          <TypedProofField
            proof={proof}
            isRequired
            error={errors.confirmation?.message}
            {...register('confirmation', { setValueAs: trimmed })}
          />
          <FormError message={refusal.message} />
        </form>
        <div role="status" className="empty:hidden">
          {change.isRefused ? <ChangeEvidence change={change} /> : null}
        </div>
      </div>
      {stage.at === 'outcome' ? (
        <ChangeOutcome what={what} error={stage.error} change={change} />
      ) : null}
    </Dialog>
  )
}

const trimmed = (text: string) => text.trim()

function refusalOf(stage: MoveStage): FormRefusal {
  if (stage.at === 'outcome') return readRefusal(null, [], '')
  if (stage.notSent !== undefined) {
    return notSentRefusal(stage.notSent.reason, stage.notSent.retryAtMs)
  }
  return readRefusal(stage.error ?? null, ['organizationId'], 'Moving the plant')
}
