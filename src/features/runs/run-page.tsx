import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AnswersPanel } from './answers-panel'
import { RunActions } from './run-actions'
import { RunCounts } from './run-counts'
import { RunExport } from './run-export'
import { RunHeader } from './run-header'
import { RunNotices } from './run-notices'
import { RunReview } from './run-review'
import type { KnownRun } from './run-store'
import { PlannedTable, RunTable } from './run-table'
import { useRunControls } from './use-run-controls'
import { useRun } from './use-runs'
import type { Run } from '@/domain/runs/run-progress'
import type { RunRowState } from '@/domain/runs/run-row'
import { shortProgress } from '@/domain/runs/run-tally'
import { phaseWords, runTitle } from '@/domain/runs/run-words'
import { Breadcrumb } from '@/ui/breadcrumb'
import { EmptyState } from '@/ui/empty-state'
import { ErrorPanel } from '@/ui/error-panel'
import { pageClass } from '@/ui/page-class'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface RunPageProps {
  runId: string
  /** Called once the run is deleted. */
  onGone: () => void
  /** Called with the new run that was planned for the rest of this one. */
  onPlanned: (runId: string) => void
}

/** Page of a run: its review, its progress and its results. */
export function RunPage(props: RunPageProps) {
  const known = useRun(props.runId)
  return (
    <div className={pageClass}>
      <Breadcrumb above={<Link to="/commands">Commands</Link>} current="Run" />
      {known === undefined ? <RunSkeleton /> : null}
      {known === 'missing' ? (
        <EmptyState title="This run isn’t on this device">
          Runs are kept in the browser that planned them. Open the plan file on the Commands page.
        </EmptyState>
      ) : null}
      {known === 'unreadable' ? (
        <ErrorPanel title="Couldn’t read this run">
          This browser doesn’t let Plantdeck read it, or its data on this device is damaged. Reload
          the page to try again.
        </ErrorPanel>
      ) : null}
      {typeof known === 'object' ? <Shown known={known} {...props} /> : null}
    </div>
  )
}

function Shown({ known, onGone, onPlanned }: RunPageProps & { known: KnownRun }) {
  const [only, setOnly] = useState<RunRowState>()
  const { run, hash } = known
  const { noteExported } = useRunControls(known)
  const isReady = run.progress.phase === 'ready'
  return (
    <>
      <title>{titleOf(run)}</title>
      <RunHeader run={run} />
      <RunActions known={known} onGone={onGone} onPlanned={onPlanned} />
      <RunNotices known={known} />
      {isReady ? (
        <Plan known={known} />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <RunCounts run={run} only={only} onOnly={setOnly} />
            <RunExport run={run} hash={hash} onSaved={() => void noteExported()} />
          </div>
          <RunTable run={run} only={only} />
          {run.document.action.kind === 'command' ? <AnswersPanel run={run} /> : null}
          <PlanDetails known={known} />
        </>
      )}
    </>
  )
}

/** The page for a reviewer: the plan, and the state in which each plant is expected. */
function Plan({ known: { run, hash } }: { known: KnownRun }) {
  return (
    <>
      <RunReview document={run.document} hash={hash} />
      <PlannedTable document={run.document} />
    </>
  )
}

/** The plan of a run that has started; drawn once it is opened. */
function PlanDetails({ known }: { known: KnownRun }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="rounded-md border border-line bg-surface"
    >
      <summary className="px-4 py-2 font-semibold">The plan</summary>
      <div className="flex flex-col gap-3 border-t border-line p-4 max-md:p-3">
        {isOpen ? <Plan known={known} /> : null}
      </div>
    </details>
  )
}

/** The progress is in the tab's title, which is seen while another tab is used. */
function titleOf(run: Run): string {
  const name = `${runTitle(run.document.action, run.rows.length)} · Plantdeck`
  const { phase } = run.progress
  if (phase === 'ready') return name
  const progress = shortProgress(run)
  return phase === 'running'
    ? `(${progress}) ${name}`
    : `${progress}, ${phaseWords[phase].toLowerCase()} · ${name}`
}

function RunSkeleton() {
  return (
    <SkeletonGroup label="Loading the run">
      <Skeleton className="h-16 w-full" />
      <Skeleton className="mt-3 h-96 w-full" />
    </SkeletonGroup>
  )
}
