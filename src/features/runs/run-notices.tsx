import { useSyncExternalStore } from 'react'
import type { KnownRun } from './run-store'
import { waveRows } from '@/domain/runs/run-progress'
import { endProblems } from '@/domain/runs/run-rules'
import { haltTitle, pauseWords, problemsTitle } from '@/domain/runs/run-words'
import { countdown } from '@/lib/countdown'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

/** Shows why a run doesn't continue, and whether another tab runs it. */
export function RunNotices({ known }: { known: KnownRun }) {
  const { run, owner } = known
  const { pause, halt } = run.progress
  const problems = endProblems(run)
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {owner === 'elsewhere' ? (
        <Notice tone="info" title="This run is in progress in another tab">
          <p>You can follow, pause or stop it here.</p>
        </Notice>
      ) : null}
      {pause ? (
        <Notice tone="warn" title="Paused">
          <p>
            {pauseWords[pause.reason]}{' '}
            {pause.untilMs === undefined ? null : <Wait untilMs={pause.untilMs} />}
            {pause.detail ? <UntrustedText>{pause.detail}</UntrustedText> : null}
          </p>
        </Notice>
      ) : null}
      {halt ? (
        <Notice tone="danger" title={haltTitle(halt.reason, waveRows(run, 0).length)}>
          <p>
            <UntrustedText isMultiline>{halt.detail}</UntrustedText> Nothing further is sent.
          </p>
        </Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="warn" title={problemsTitle(waveRows(run, 0).length)}>
          <p>
            <UntrustedText isMultiline>{problems.join(' ')}</UntrustedText>
          </p>
        </Notice>
      ) : null}
    </div>
  )
}

function Wait({ untilMs }: { untilMs: number }) {
  const left = untilMs - useSyncExternalStore(subscribeToClock, clockNow)
  return <span className="tabular-nums">It waits for {countdown(left)}.</span>
}
