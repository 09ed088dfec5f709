import { useSyncExternalStore } from 'react'
import type { Run } from '@/domain/runs/run-progress'
import { doneCount, leftMs, stepText } from '@/domain/runs/run-summary'
import { phaseTones, phaseWords, runTitle } from '@/domain/runs/run-words'
import { countdown } from '@/lib/countdown'
import { countOf, formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

/** Shows the action of a run, its plants and its progress. */
export function RunHeader({ run }: { run: Run }) {
  const { document, progress } = run
  const { phase, startedAtMs, startedBy, endedAtMs } = progress
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">
          <UntrustedText isCut>{runTitle(document.action, document.plants.length)}</UntrustedText>
        </h1>
        <StatusBadge tone={phaseTones[phase]}>{phaseWords[phase]}</StatusBadge>
      </div>
      <p className="text-sm text-muted">
        Planned by <UntrustedText isCut>{document.createdBy}</UntrustedText>,{' '}
        <AbsoluteTime value={document.createdAtMs} />
        {startedAtMs === undefined ? null : (
          <>
            {' '}
            · started
            {startedBy === undefined ? null : (
              <>
                {' '}
                by <UntrustedText isCut>{startedBy}</UntrustedText>
              </>
            )}
            , <AbsoluteTime value={startedAtMs} />
          </>
        )}
        {endedAtMs === undefined ? null : (
          <>
            {' '}
            · ended <AbsoluteTime value={endedAtMs} />
          </>
        )}
      </p>
      {document.note === '' ? null : (
        <p className="max-w-prose">
          <UntrustedText isMultiline>{document.note}</UntrustedText>
        </p>
      )}
      {phase === 'ready' ? null : <Progress run={run} />}
    </div>
  )
}

function Progress({ run }: { run: Run }) {
  const serverMs = useSyncExternalStore(subscribeToClock, clockNow)
  const total = run.rows.length
  const done = doneCount(run)
  const { phase } = run.progress
  const left = leftMs(run, serverMs)
  return (
    <div className="flex flex-col gap-1">
      {/* Not the browser’s own element, which is green: processed doesn’t mean OK. */}
      <div
        role="progressbar"
        aria-label="Progress of the run"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="h-2 w-full overflow-hidden rounded-sm border border-line bg-surface"
      >
        <div
          className="h-full bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
          style={{ width: `${(100 * done) / total}%` }}
        />
      </div>
      <p aria-live="off" className="text-sm tabular-nums">
        {formatCount(done)} of {countOf(total, 'plant')} processed.
        {phase === 'running' ? ` ${stepText(run, serverMs)}` : null}
        {phase === 'running' && left > 0 ? ` About ${countdown(left)} left.` : null}
      </p>
    </div>
  )
}
