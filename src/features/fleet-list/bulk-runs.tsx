import { useCallback, useMemo } from 'react'
import type { PlantSelection } from '@/domain/fleet/plant-selection'
import {
  ActionCounter,
  type ActionTally,
  eligibleText,
  whyNoPlan,
} from '@/domain/runs/action-tallies'
import type { RunTally } from '@/domain/runs/run-choice'
import { type RunAction, maxRunPlants } from '@/domain/runs/run-document'
import { actionKinds } from '@/domain/runs/run-words'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { useMembersScan } from '@/fleet/use-fleet-scan'
import { formatCount } from '@/lib/format-count'
import { keysOf } from '@/lib/keyed-record'
import { serverNow } from '@/lib/server-clock'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'

type Kind = RunAction['kind']
/** The counts of each action; undefined while the plants are being counted. */
type Tallies = Record<Kind, ActionTally> | undefined

interface BulkRunsProps {
  selection: PlantSelection
  /** The time by which plants are judged, Unix ms, server's clock. */
  nowMs: number
  onPlanRun: (kind: Kind) => void
}

/** Plans a run for the selected plants. Each action says how many are eligible, and why the others aren't. */
export function BulkRuns({ selection: { ids }, nowMs, onPlanRun }: BulkRunsProps) {
  // Judging more at once would delay each change of the list.
  return ids.size <= maxRunPlants ? (
    <CountedAtOnce ids={ids} nowMs={nowMs} onPlanRun={onPlanRun} />
  ) : (
    <CountedInSteps ids={ids} onPlanRun={onPlanRun} />
  )
}

interface CountedProps extends Pick<BulkRunsProps, 'onPlanRun'> {
  ids: ReadonlySet<string>
}

function CountedAtOnce({ ids, nowMs, onPlanRun }: CountedProps & { nowMs: number }) {
  const plants = useFleetPlants()
  const tallies = useMemo(() => {
    const counter = new ActionCounter(nowMs)
    for (const plant of plants.membersById(ids)) counter.add(plant)
    return counter.tallies(ids.size)
  }, [plants, ids, nowMs])
  return <RunActions selected={ids.size} tallies={tallies} onPlanRun={onPlanRun} />
}

function CountedInSteps({ ids, onPlanRun }: CountedProps) {
  const makeScan = useCallback(() => {
    const counter = new ActionCounter(serverNow())
    return {
      add: counter.add,
      *finish() {
        yield
        return counter.tallies(ids.size)
      },
    }
  }, [ids])
  const { result, isCurrent } = useMembersScan(ids, makeScan)
  return (
    <RunActions
      selected={ids.size}
      tallies={isCurrent ? result : undefined}
      onPlanRun={onPlanRun}
    />
  )
}

interface RunActionsProps extends Pick<BulkRunsProps, 'onPlanRun'> {
  selected: number
  tallies: Tallies
}

function RunActions({ selected, tallies, onPlanRun }: RunActionsProps) {
  const reasonFor = useWhyNotRun()
  const kinds = keysOf(actionKinds)
  const explained = kinds.filter(
    (kind) => reasonFor(kind) === undefined && tallies && tallies[kind].leftOut.size > 0,
  )
  const isCounted = tallies !== undefined || kinds.every((kind) => reasonFor(kind) !== undefined)
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-1">
      {kinds.map((kind) => {
        const tally = tallies?.[kind]
        const forbidden = reasonFor(kind)
        const impossible = tally && whyNoPlan(tally, kind)
        return (
          <span key={kind} className="flex items-center gap-2">
            <Button
              size="sm"
              disabledReason={forbidden ?? impossible ?? null}
              onClick={() => onPlanRun(kind)}
            >
              {actionKinds[kind]}
            </Button>
            <span className="text-xs text-muted tabular-nums">
              {forbidden ?? (tally && eligibleText(tally, selected))}
            </span>
          </span>
        )
      })}
      {isCounted ? null : <span className="text-xs text-muted">Counting the eligible plants…</span>}
      {tallies && explained.length > 0 ? (
        <details className="text-xs">
          <summary className="rounded-sm max-md:py-3">Why not all?</summary>
          <dl className="mt-1 flex flex-col gap-1">
            {explained.map((kind) => (
              <Reasons key={kind} label={actionKinds[kind]} tally={tallies[kind]} />
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  )
}

function Reasons({ label, tally: { leftOut } }: { label: string; tally: RunTally }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="font-medium">{label}</dt>
      {[...leftOut].map(([reason, count]) => (
        <dd key={reason} className="text-warn tabular-nums">
          {formatCount(count)}: <UntrustedText isCut>{reason}</UntrustedText>
        </dd>
      ))}
    </div>
  )
}
