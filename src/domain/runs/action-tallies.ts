// How many of the selected plants each action can be planned for.
import { RunCounter, type RunTally, whyNoRun } from './run-choice'
import type { RunAction } from './run-document'
import { actionKinds } from './run-words'
import type { Plant } from '@/api/plant-schemas'
import { formatCount } from '@/lib/format-count'
import { fromNames, keysOf } from '@/lib/keyed-record'

type Kind = RunAction['kind']

/** The counts of one action. */
export interface ActionTally extends RunTally {
  /** Number of plants left out that the plan includes when asked to, although they may not receive the command. */
  onRequest: number
}

/** Counts selected plants one by one for all actions, for a selection of any size. */
export class ActionCounter {
  private readonly counters: Record<Kind, RunCounter>
  private readonly reach: RunCounter

  /** `nowMs` is the time by which plants are judged, Unix ms, server's clock. */
  constructor(nowMs: number) {
    this.counters = fromNames(
      keysOf(actionKinds),
      (kind) => new RunCounter({ kind, withUnreachable: false, nowMs }),
    )
    this.reach = new RunCounter({ kind: 'command', withUnreachable: true, nowMs })
  }

  readonly add = (plant: Plant): void => {
    for (const kind of keysOf(actionKinds)) this.counters[kind].add(plant)
    this.reach.add(plant)
  }

  /** Returns the counts of each action; those of the `chosen` plants that were not added are gone. */
  tallies(chosen: number): Record<Kind, ActionTally> {
    return fromNames(keysOf(actionKinds), (kind) => {
      const tally = this.counters[kind].tally(chosen)
      const reached = kind === 'command' ? this.reach.tally(chosen).taking : tally.taking
      return { ...tally, onRequest: reached - tally.taking }
    })
  }
}

/** Returns the reason why an action can't be planned for the selected plants; undefined when it can. */
export function whyNoPlan(tally: ActionTally, kind: Kind): string | undefined {
  // A plan of a command can be narrowed, and can include plants that may not receive it.
  if (kind === 'command' && tally.taking + tally.onRequest > 0) return undefined
  return whyNoRun(tally, kind)
}

/** Says how many of the selected plants are eligible, and when none is, how many the plan can include nevertheless. */
export function eligibleText({ taking, onRequest }: ActionTally, selected: number): string {
  const eligible = `${formatCount(taking)} of ${formatCount(selected)} eligible`
  if (taking > 0 || onRequest === 0) return eligible
  return `${eligible}; the plan can include ${formatCount(onRequest)}`
}
