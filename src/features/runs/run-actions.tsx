import {
  CirclePause,
  CirclePlay,
  CircleStop,
  Download,
  ListRestart,
  RotateCw,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { NoticeButton } from './notice-button'
import type { KnownRun } from './run-store'
import { useRestPlan } from './use-rest-plan'
import { useRunControls } from './use-run-controls'
import { useDataScope } from '@/api/session/session-context'
import type { RunAction } from '@/domain/runs/run-document'
import { isGoingOn, isOpen } from '@/domain/runs/run-events'
import { countStates } from '@/domain/runs/run-progress'
import { codePart } from '@/lib/code-part'
import { countOf, formatCount } from '@/lib/format-count'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'
import { Button } from '@/ui/button'
import { LazyDialog } from '@/ui/lazy-dialog'

const dialogsPart = codePart(() => import('./run-dialogs'))

interface RunActionsProps {
  known: KnownRun
  onGone: () => void
  onPlanned: (runId: string) => void
}

/** The buttons for a run in its phase. */
export function RunActions({ known, onGone, onPlanned }: RunActionsProps) {
  const { run, owner } = known
  const { phase } = run.progress
  const controls = useRunControls(known)
  const whyNotStarted = useWhyNotStarted(run.document.action, run.document.scope)
  const [dialog, setDialog] = useState<'start' | 'stop' | 'delete'>()
  const counts = countStates(run)
  const rest = useRestPlan(run, onPlanned)
  const doubtful = (counts.get('unknown') ?? 0) + (counts.get('no-answer') ?? 0)
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="hide">
      {phase === 'ready' && whyNotStarted !== undefined ? (
        <p className="w-full text-sm text-warn">{whyNotStarted}</p>
      ) : null}
      <MainButton
        known={known}
        whyNotStarted={whyNotStarted}
        onStart={() => setDialog('start')}
        onPause={controls.pause}
        onResume={() => void controls.goOn()}
      />
      {phase === 'running' || phase === 'paused' ? (
        <Button
          variant="danger"
          icon={<CircleStop aria-hidden className="size-4" />}
          onClick={() => setDialog('stop')}
        >
          Stop run
        </Button>
      ) : null}
      {!isOpen(run) && rest.count > 0 ? (
        <Button
          icon={<ListRestart aria-hidden className="size-4" />}
          isPending={rest.isPlanning}
          onClick={rest.plan}
        >
          Plan the remaining {formatCount(rest.count)}
        </Button>
      ) : null}
      {phase !== 'ready' && doubtful > 0 ? (
        <Button
          icon={<RotateCw aria-hidden className="size-4" />}
          isPending={controls.isReading}
          disabledReason={
            owner === 'elsewhere' ? 'Check them in the tab that runs this run.' : null
          }
          onClick={controls.readAgain}
        >
          Check {countOf(doubtful, 'outcome')} again
        </Button>
      ) : null}
      {phase === 'running' ? <NoticeButton /> : null}
      <div className="flex flex-wrap gap-2 md:ml-auto">
        <Button icon={<Download aria-hidden className="size-4" />} onClick={controls.save}>
          Save plan as file
        </Button>
        {phase === 'running' ? null : (
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            disabledReason={
              owner === 'elsewhere' ? 'This run is in progress in another tab.' : null
            }
            onClick={() => setDialog('delete')}
          >
            Delete run
          </Button>
        )}
      </div>
      {dialog ? (
        <LazyDialog part={dialogsPart} onClose={() => setDialog(undefined)}>
          {({ RunDialog }) => (
            <RunDialog
              dialog={dialog}
              run={run}
              onClose={() => setDialog(undefined)}
              onConfirm={() => {
                setDialog(undefined)
                if (dialog === 'start') void controls.goOn()
                else if (dialog === 'stop') controls.stop()
                else void controls.remove().then(onGone)
              }}
            />
          )}
        </LazyDialog>
      ) : null}
    </div>
  )
}

function useWhyNotStarted({ kind }: RunAction, scope: string): string | undefined {
  const here = useDataScope()
  const forbidden = useWhyNotRun()(kind)
  return scope === here ? forbidden : 'It was planned for another platform or organization.'
}

interface MainButtonProps {
  known: KnownRun
  whyNotStarted: string | undefined
  onStart: () => void
  onPause: () => void
  onResume: () => void
}

/** Starts, pauses or resumes: one button, so that it keeps the focus. */
function MainButton({ known, whyNotStarted, onStart, onPause, onResume }: MainButtonProps) {
  const { run, owner } = known
  const { phase } = run.progress
  if (!isOpen(run) || (phase === 'paused' && owner === 'elsewhere' && !isGoingOn(run))) return null
  const isPausable = isGoingOn(run)
  const Icon = isPausable ? CirclePause : CirclePlay
  const startLabel = phase === 'ready' ? 'Start run' : 'Resume'
  const start = phase === 'ready' ? onStart : onResume
  return (
    <Button
      variant={isPausable ? 'secondary' : 'primary'}
      icon={<Icon aria-hidden className="size-4" />}
      disabledReason={isPausable ? null : (whyNotStarted ?? null)}
      onClick={isPausable ? onPause : start}
    >
      {isPausable ? 'Pause' : startLabel}
    </Button>
  )
}
