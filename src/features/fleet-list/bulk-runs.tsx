import { useMemo } from 'react'
import type { PlantSelection } from '@/domain/fleet/plant-selection'
import { type RunChoice, chooseForRun, whyNoRun } from '@/domain/runs/run-choice'
import { type RunAction, maxRunPlants } from '@/domain/runs/run-document'
import { actionKinds } from '@/domain/runs/run-words'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { formatCount } from '@/lib/format-count'
import { keysOf } from '@/lib/keyed-record'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'

type Kind = RunAction['kind']

interface BulkRunsProps {
  selection: PlantSelection
  /** The time by which plants are judged, Unix ms, server's clock. */
  nowMs: number
  onPlanRun: (kind: Kind) => void
}

/** Plans a run for the selected plants. Each action says how many are eligible, and why the others aren't. */
export function BulkRuns({ selection: { ids }, nowMs, onPlanRun }: BulkRunsProps) {
  const whyForbidden = useWhyForbidden()
  const plants = useFleetPlants()
  // More plants make no run, and judging them would delay each change of the list.
  const isCounted = ids.size <= maxRunPlants
  const choices = useMemo(() => {
    const found = isCounted ? plants.membersById(ids) : []
    return keysOf(actionKinds).map((kind) => ({
      kind,
      choice: chooseForRun(found, { kind, withUnreachable: false, nowMs }),
    }))
  }, [plants, ids, isCounted, nowMs])
  const others = choices.filter(({ choice }) => choice.leftOut.size > 0)
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-1">
      {choices.map(({ kind, choice }) => {
        const forbidden = whyForbidden(kind === 'command' ? 'sendCommand' : kind)
        // The plan can include plants that may not receive a command.
        const impossible = isCounted && kind !== 'command' ? whyNoRun(choice, kind) : undefined
        return (
          <span key={kind} className="flex items-center gap-2">
            <Button
              size="sm"
              disabledReason={forbidden ?? impossible ?? null}
              onClick={() => onPlanRun(kind)}
            >
              {actionKinds[kind]}
            </Button>
            {isCounted ? (
              <span className="text-xs text-muted tabular-nums">
                {formatCount(choice.taking.length)} of {formatCount(ids.size)} eligible
              </span>
            ) : null}
          </span>
        )
      })}
      {others.length > 0 ? (
        <details className="text-xs">
          <summary className="rounded-sm max-md:py-3">Why not all?</summary>
          <dl className="mt-1 flex flex-col gap-1">
            {others.map(({ kind, choice }) => (
              <Reasons key={kind} label={actionKinds[kind]} choice={choice} />
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  )
}

function Reasons({ label, choice: { leftOut } }: { label: string; choice: RunChoice }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="font-medium">{label}</dt>
      {[...leftOut].map(([reason, plants]) => (
        <dd key={reason} className="text-warn tabular-nums">
          {formatCount(plants.length)}: <UntrustedText isCut>{reason}</UntrustedText>
        </dd>
      ))}
    </div>
  )
}
