import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { CommandFields } from './command-fields'
import { Consequences } from './consequences'
import type { OnPlanSearch } from './plan-search'
import type { Plant } from '@/api/plant-schemas'
import type { PlanValues } from '@/domain/runs/plan-form'
import type { RunAction } from '@/domain/runs/run-document'
import { actionKinds } from '@/domain/runs/run-words'
import { keysOf } from '@/lib/keyed-record'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'
import { Panel } from '@/ui/panel'

interface ActionPanelProps {
  kind: RunAction['kind']
  form: UseFormReturn<PlanValues>
  /** Plants that take part. */
  taking: readonly Plant[]
  nowMs: number
  onSearchChange: OnPlanSearch
}

/** The action of the run: a command, or a change of the lifecycle with its consequences. */
export function ActionPanel({ kind, form, taking, nowMs, onSearchChange }: ActionPanelProps) {
  const whyNotRun = useWhyNotRun()
  const reasonId = useId()
  const forbidden = keysOf(actionKinds).flatMap((name) => {
    const reason = whyNotRun(name)
    return reason === undefined ? [] : [{ name, reason }]
  })
  const isForbidden = (one: RunAction['kind']) => forbidden.some(({ name }) => name === one)
  return (
    <Panel title="Action">
      <div className="flex flex-col gap-4 p-4">
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-sm font-medium">Do this</legend>
          {keysOf(actionKinds).map((name) => (
            <label key={name} className="flex min-h-6 items-center gap-2 max-md:min-h-11">
              <input
                type="radio"
                name="kind"
                className="size-4"
                disabled={isForbidden(name)}
                aria-describedby={isForbidden(name) ? `${reasonId}-${name}` : undefined}
                checked={kind === name}
                onChange={() => onSearchChange({ kind: name }, true)}
              />
              <span className={isForbidden(name) ? 'text-muted' : undefined}>
                {actionKinds[name]}
              </span>
            </label>
          ))}
          {forbidden.map(({ name, reason }) => (
            <p key={name} id={`${reasonId}-${name}`} className="text-xs text-muted">
              {reason}
            </p>
          ))}
        </fieldset>
        {kind === 'command' ? (
          <CommandFields form={form} taking={taking} />
        ) : (
          <Consequences kind={kind} plants={taking} nowMs={nowMs} />
        )}
      </div>
    </Panel>
  )
}
