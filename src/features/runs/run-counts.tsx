import { clsx } from 'clsx'
import { type Run, countStates } from '@/domain/runs/run-progress'
import type { RunRowState } from '@/domain/runs/run-row'
import { runStateMeanings } from '@/domain/runs/run-words'
import { formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'
import { toneText } from '@/ui/tone-classes'
import { ToneIcon } from '@/ui/tone-icon'

interface RunCountsProps {
  run: Run
  only: RunRowState | undefined
  onOnly: (state: RunRowState | undefined) => void
}

/** The number of plants in each state; each one filters the table. */
export function RunCounts({ run, only, onOnly }: RunCountsProps) {
  const counts = countStates(run)
  const shown = entriesOf(runStateMeanings).filter(
    ([state]) => (counts.get(state) ?? 0) > 0 || state === only,
  )
  return (
    <div role="group" aria-label="Plants by state" className="flex flex-wrap gap-2">
      <Chip
        label="All"
        count={run.rows.length}
        isPressed={only === undefined}
        onPress={() => onOnly(undefined)}
      />
      {shown.map(([state, { label, tone }]) => (
        <Chip
          key={state}
          label={label}
          count={counts.get(state) ?? 0}
          tone={tone}
          isPressed={only === state}
          onPress={() => onOnly(only === state ? undefined : state)}
        />
      ))}
    </div>
  )
}

interface ChipProps {
  label: string
  count: number
  tone?: Parameters<typeof ToneIcon>[0]['tone']
  isPressed: boolean
  onPress: () => void
}

function Chip({ label, count, tone, isPressed, onPress }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onPress}
      className={clsx(
        'inline-flex h-8 items-center gap-1.5 rounded-md border px-2.5 max-md:h-11',
        isPressed ? 'border-accent bg-selected' : 'border-line bg-surface hover:bg-hover',
      )}
    >
      {tone ? (
        <span className={toneText[tone]}>
          <ToneIcon tone={tone} className="size-3.5" />
        </span>
      ) : null}
      {label} <span className="font-semibold tabular-nums">{formatCount(count)}</span>
    </button>
  )
}
