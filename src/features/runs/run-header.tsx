import { useSyncExternalStore } from 'react'
import type { Run } from '@/domain/runs/run-progress'
import { leftMs, stepText } from '@/domain/runs/run-summary'
import { progressText, tallyOf } from '@/domain/runs/run-tally'
import { answeredWords, endWord, phaseTones, phaseWords, runTitle } from '@/domain/runs/run-words'
import { countdown } from '@/lib/countdown'
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
            · {endWord(phase)} <AbsoluteTime value={endedAtMs} />
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
  const { sent, answered } = tallyOf(run)
  const { phase } = run.progress
  const left = leftMs(run, serverMs)
  const text = progressText(run)
  return (
    <div className="flex flex-col gap-1">
      {/* Not the browser’s own element, which is green: an answer doesn’t mean OK. */}
      <div
        role="progressbar"
        aria-label={`Plants ${answeredWords[run.document.action.kind]}`}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={answered}
        aria-valuetext={text}
        className="flex h-2 w-full overflow-hidden rounded-sm border border-line bg-surface"
      >
        <div
          className="bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
          style={{ width: `${(100 * answered) / total}%` }}
        />
        {/* Sent to, but not answered. */}
        <div
          className="bg-accent/40 forced-color-adjust-none forced-colors:bg-[GrayText]"
          style={{ width: `${(100 * (sent - answered)) / total}%` }}
        />
      </div>
      <p aria-live="off" className="text-sm tabular-nums">
        {text}
        {phase === 'running' ? ` ${stepText(run, serverMs)}` : null}
        {phase === 'running' && left > 0 ? ` About ${countdown(left)} left.` : null}
      </p>
    </div>
  )
}
