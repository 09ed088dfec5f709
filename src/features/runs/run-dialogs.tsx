import { type ReactNode, useState } from 'react'
import { Consequences } from './consequences'
import { isProven } from '@/domain/actions/typed-proof'
import type { RunAction } from '@/domain/runs/run-document'
import { durationText } from '@/domain/runs/run-duration'
import { isOpen } from '@/domain/runs/run-events'
import type { Run } from '@/domain/runs/run-progress'
import { runTitle } from '@/domain/runs/run-words'
import { settingsLine } from '@/domain/runs/setting-words'
import { stopText } from '@/domain/runs/stop-text'
import { TypedProofField } from '@/plant-ui/typed-proof-field'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { useHeldPage } from '@/ui/use-held-page'
import { visibleText } from '@/ui/visible-text'

interface RunDialogProps {
  dialog: 'start' | 'stop' | 'delete'
  run: Run
  onClose: () => void
  onConfirm: () => void
}

/** The questions before a run starts, stops or is deleted. A run under way goes on while its question is open. */
export function RunDialog({ dialog, ...props }: RunDialogProps) {
  if (dialog === 'start') return <StartDialog {...props} />
  return dialog === 'stop' ? <StopDialog {...props} /> : <DeleteDialog {...props} />
}

type QuestionProps = Omit<RunDialogProps, 'dialog'>

/** Asks for the number of plants, so that the user has seen how many the run touches. */
function StartDialog({ run, onClose, onConfirm }: QuestionProps) {
  const [typed, setTyped] = useState('')
  const { plants, settings, action } = run.document
  const proof = {
    label: 'Number of plants',
    name: 'number of plants',
    text: String(plants.length),
  }
  const isTyped = isProven(proof, typed)
  useHeldPage(typed !== '')
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="md"
      title={`Start run: ${visibleText(runTitle(action, plants.length))}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabledReason={isTyped ? null : 'Type the number of plants first.'}
          >
            Start run
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isTyped) onConfirm()
        }}
      >
        {action.kind === 'command' ? (
          <pre
            translate="no"
            className="overflow-x-auto rounded-md border border-line bg-canvas p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {visibleText(action.body)}
          </pre>
        ) : null}
        {action.kind === 'command' ? null : (
          <Consequences kind={action.kind} plants={plants} nowMs={run.document.createdAtMs} />
        )}
        <p>{settingsLine(settings, plants.length)}</p>
        <p>
          {durationText(plants.length, settings)} Keep this tab open: closing it pauses the run.
        </p>
        <p>
          {undoWords[action.kind]} You can pause or stop the run at any time; nothing more is sent
          then.
        </p>
        <TypedProofField
          proof={proof}
          inputMode="numeric"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for nothing else
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
    </Dialog>
  )
}

const formId = 'start-run'

const undoWords: Record<RunAction['kind'], string> = {
  command: 'Commands can’t be taken back once they are sent.',
  suspend: 'Suspended plants stay suspended until you reactivate them.',
  reactivate: 'Reactivated plants stay active until they are suspended again.',
}

function StopDialog({ run, onClose, onConfirm }: QuestionProps) {
  const ended = isOpen(run) ? null : 'The run has already ended.'
  return (
    <Question
      title="Stop this run?"
      confirm="Stop run"
      whyNot={ended}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      {stopText(run).map((sentence, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a count that changes leaves its paragraph in place
        <p key={at} className="tabular-nums">
          {sentence}
        </p>
      ))}
      <p role="status" className="empty:hidden">
        {ended}
      </p>
    </Question>
  )
}

function DeleteDialog({ run, onClose, onConfirm }: QuestionProps) {
  const isStarted = run.progress.startedAtMs !== undefined
  return (
    <Question title="Delete this run?" confirm="Delete run" onClose={onClose} onConfirm={onConfirm}>
      <p>
        {isStarted
          ? 'Its results are only on this device, and are lost unless they were exported. Nothing changes for the plants.'
          : 'The plan is only on this device, and is lost unless it was saved as a file.'}
      </p>
    </Question>
  )
}

interface QuestionBoxProps {
  title: string
  confirm: string
  /** The reason why there is nothing left to confirm. */
  whyNot?: string | null
  children: ReactNode
  onClose: () => void
  onConfirm: () => void
}

function Question({
  title,
  confirm,
  whyNot = null,
  children,
  onClose,
  onConfirm,
}: QuestionBoxProps) {
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" disabledReason={whyNot} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2">{children}</div>
    </Dialog>
  )
}
