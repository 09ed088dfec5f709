import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ChangeEvidence, ChangeOutcome, ChangeOutcomeFooter } from './change-outcome'
import { EditConflict } from './edit-conflict'
import { EditPlantFooter } from './edit-plant-footer'
import { EditPlantForm } from './edit-plant-form'
import { MoveLink } from './move-link'
import { type EditStage, usePlantEdit } from './use-plant-edit'
import { findTemplates } from '@/api/plant-cache'
import { plantQueries } from '@/api/plants'
import { type FormRefusal, notSentRefusal, readRefusal } from '@/attempts/refusal'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { conflicts, editableFields } from '@/domain/plant/plant-edit'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { NameText } from '@/plant-ui/name-text'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Dialog } from '@/ui/dialog'
import { Notice } from '@/ui/notice'
import { useFormClosing } from '@/ui/use-form-closing'

/** Props of the edit dialog. */
export interface EditPlantProps {
  plantId: string
  onClose: () => void
  /** Opens another dialog instead of this one. */
  onAction: (action: PlantAction) => void
  onOpenPlant: (plantId: string) => void
}

const formId = 'edit-plant'
const titles: Record<Exclude<EditStage['at'], 'outcome'>, string> = {
  form: 'Edit plant',
  conflict: 'The plant has changed',
}

/** Dialog that edits a plant and resolves conflicts with other users. */
export function EditPlantDialog({ plantId, onAction, onClose, onOpenPlant }: EditPlantProps) {
  const queryClient = useQueryClient()
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  const edit = usePlantEdit(plant, onClose)
  const { opened, initial, round, stage, isSending } = edit
  const [isDirty, setIsDirty] = useState(false)
  const [templates] = useState(() => findTemplates(queryClient))
  const isBusy = isSending || stage.at === 'outcome'
  const closing = useFormClosing({ isDirty, isBusy, onClose })
  const whyForbidden = useWhyForbidden()
  const forbidden = whyForbidden('edit')
  const refusal = useMemo(() => refusalOf(stage), [stage])
  return (
    <Dialog
      isOpen
      onClose={closing.request}
      isDismissable={!isSending && stage.at === 'form'}
      size={stage.at === 'form' ? 'md' : 'lg'}
      title={stage.at === 'outcome' ? edit.change.title : titles[stage.at]}
      description={<NameText of={opened} isCut />}
      footer={
        stage.at === 'outcome' ? (
          <ChangeOutcomeFooter change={edit.change} onBack={edit.backToForm} onClose={onClose} />
        ) : (
          <EditPlantFooter
            formId={formId}
            forbidden={forbidden}
            isSending={isSending}
            retryAtMs={refusal.message?.retryAtMs}
            conflict={
              stage.at === 'conflict'
                ? {
                    onBack: edit.backToForm,
                    onTheirs: () => edit.restart(stage.current, stage.changes),
                    onMine: () => edit.save(stage.changes, stage.current),
                  }
                : undefined
            }
            closing={closing}
          />
        )
      }
    >
      {/* Stays mounted below a question so that nothing typed is lost. */}
      <div hidden={stage.at !== 'form'} className="flex flex-col gap-4">
        {forbidden ? <Notice tone="warn">{forbidden}</Notice> : null}
        <EditPlantForm
          key={round}
          id={formId}
          isShown={stage.at === 'form'}
          opened={opened}
          initial={initial}
          templates={templates}
          refusal={refusal}
          notice={stage.at === 'form' ? stage.notice : undefined}
          attempted={stage.at === 'form' ? stage.attempted : undefined}
          onSubmit={(changes) => edit.save(changes, opened)}
          onDirtyChange={setIsDirty}
          onOpenPlant={onOpenPlant}
        />
        <div role="status" className="empty:hidden">
          {edit.change.isRefused ? <ChangeEvidence change={edit.change} /> : null}
        </div>
        <MoveLink isDirty={isDirty} onMove={() => onAction('move')} />
      </div>
      {stage.at === 'conflict' ? (
        <EditConflict
          rows={conflicts(opened, stage.current, stage.changes)}
          templates={templates}
        />
      ) : null}
      {stage.at === 'outcome' ? (
        <ChangeOutcome
          what={edit.what}
          error={stage.error}
          change={edit.change}
          templates={templates}
        />
      ) : null}
    </Dialog>
  )
}

function refusalOf(stage: EditStage): FormRefusal {
  if (stage.at !== 'form') return readRefusal(null, editableFields, '')
  if (stage.unread !== undefined) {
    const { title, retryAtMs } = stage.unread
    const detail = `${plantNotLoaded} before saving: ${title}. Your input is kept.`
    return notSentRefusal(detail, retryAtMs)
  }
  return readRefusal(stage.error ?? null, editableFields, 'Saving the plant')
}
