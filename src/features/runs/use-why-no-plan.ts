import { actionKinds } from '@/domain/runs/run-words'
import { keysOf } from '@/lib/keyed-record'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'

/** Returns why the user may plan no run at all; undefined when at least one kind of run is allowed. */
export function useWhyNoPlan(): string | undefined {
  const reasons = keysOf(actionKinds).map(useWhyNotRun())
  return reasons.includes(undefined) ? undefined : reasons[0]
}
