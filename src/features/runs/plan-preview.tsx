import { useMemo, useState } from 'react'
import type { PlanRow } from './plan-row'
import { PlanTable } from './plan-table'
import type { RunChoice } from '@/domain/runs/run-choice'
import type { RunAction } from '@/domain/runs/run-document'
import { formatCount } from '@/lib/format-count'
import { Checkbox } from '@/ui/checkbox'
import { Panel } from '@/ui/panel'

interface PlanPreviewProps {
  kind: RunAction['kind']
  choice: RunChoice
  /** Number of plants that go first; they are the first ones that take part. */
  canary: number
  /** Undefined when there are no plants that may not receive the command. */
  withUnreachable: boolean | undefined
  onWithUnreachable: (isChecked: boolean) => void
}

/** The chosen plants: which of them take part, and why the others don't. */
export function PlanPreview(props: PlanPreviewProps) {
  const { kind, choice, canary, withUnreachable, onWithUnreachable } = props
  const { taking, leftOut } = choice
  const [shown, setShown] = useState<string>()
  const rows = useMemo(() => rowsOf(choice, canary), [choice, canary])
  // A reason that no plant has any longer shows all plants.
  const isListed = shown === '' || (shown !== undefined && leftOut.has(shown))
  const listed = isListed ? rows.filter(({ reason = '' }) => reason === shown) : rows
  const show = (reason: string) => setShown(reason === shown ? undefined : reason)
  const chip = (reason: string, label: string) => (
    <button
      key={reason}
      type="button"
      aria-pressed={isListed && shown === reason}
      onClick={() => show(reason)}
      className="rounded-sm underline underline-offset-2 hover:no-underline aria-pressed:bg-selected max-md:py-3"
    >
      {label}
    </button>
  )
  return (
    <Panel title="Preview">
      <div className="flex flex-col gap-3 p-4">
        <div role="status" className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
          <span className="font-medium">
            {formatCount(taking.length)} of {formatCount(rows.length)} take part
          </span>
          {taking.length > 0 && leftOut.size > 0 ? chip('', 'Show those that take part') : null}
          {[...leftOut].map(([reason, plants]) =>
            chip(reason, `${formatCount(plants.length)} left out: ${reason}`),
          )}
        </div>
        {kind === 'command' && withUnreachable !== undefined ? (
          <Checkbox
            label="Include plants that may not receive it"
            checked={withUnreachable}
            onChange={({ target }) => onWithUnreachable(target.checked)}
          />
        ) : null}
        {rows.length > 0 ? <PlanTable rows={listed} /> : null}
      </div>
    </Panel>
  )
}

function rowsOf({ taking, leftOut }: RunChoice, canary: number): PlanRow[] {
  const first = taking.map((plant, at) => ({ plant, reason: undefined, isCanary: at < canary }))
  const others = [...leftOut].flatMap(([reason, plants]) =>
    plants.map((plant) => ({ plant, reason, isCanary: false })),
  )
  return [...first, ...others]
}
