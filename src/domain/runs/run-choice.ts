import type { RunAction } from './run-document'
import { maxRunPlants } from './run-document'
import { whyLeftOut } from './run-eligibility'
import type { Plant } from '@/api/plant-schemas'
import { noLongerInFleet } from '@/domain/plant/plant-words'
import { countOf, formatCount } from '@/lib/format-count'

/** The plants that take part in a run, and the others by the reason why they don't, the most frequent first. */
export interface RunChoice<P extends Plant = Plant> {
  taking: readonly P[]
  leftOut: ReadonlyMap<string, readonly P[]>
}

/** Sorts chosen plants into those that take part and those that don't; both keep their order. */
export function chooseForRun<P extends Plant>(
  plants: Iterable<P>,
  question: Parameters<typeof whyLeftOut>[1],
): RunChoice<P> {
  const taking: P[] = []
  const leftOut = new Map<string, P[]>()
  for (const plant of plants) {
    const reason = whyLeftOut(plant, question)
    const group = reason === undefined ? taking : (leftOut.get(reason) ?? [])
    group.push(plant)
    if (reason !== undefined) leftOut.set(reason, group)
  }
  const sorted = [...leftOut].toSorted(([, a], [, b]) => b.length - a.length)
  return { taking, leftOut: new Map(sorted) }
}

/** Returns true when some plants are left out only because they may not receive the command: it takes them when asked to. */
export function canInclude(
  { leftOut }: RunChoice,
  question: Parameters<typeof whyLeftOut>[1],
): boolean {
  const reached = { ...question, withUnreachable: true }
  const isTaken = (plant: Plant) => whyLeftOut(plant, reached) === undefined
  return [...leftOut.values()].some((plants) => plants.some(isTaken))
}

/** Number of plants that take part in a run, and of the others by reason, the most frequent first. */
export interface RunTally {
  taking: number
  leftOut: ReadonlyMap<string, number>
}

/** Counts chosen plants one by one, for a selection of any size. */
export class RunCounter {
  private taking = 0
  private judged = 0
  private readonly leftOut = new Map<string, number>()
  private readonly question: Parameters<typeof whyLeftOut>[1]

  constructor(question: Parameters<typeof whyLeftOut>[1]) {
    this.question = question
  }

  add(plant: Plant): void {
    this.judged += 1
    const reason = whyLeftOut(plant, this.question)
    if (reason === undefined) this.taking += 1
    else this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1)
  }

  /** Returns the counts; those of the `chosen` plants that were not added are gone. */
  tally(chosen: number): RunTally {
    const gone = chosen - this.judged
    const all = [...this.leftOut, ...(gone > 0 ? [[noLongerInFleet, gone] as const] : [])]
    return { taking: this.taking, leftOut: new Map(all.toSorted(([, a], [, b]) => b - a)) }
  }
}

/** Returns the counts of a choice. */
export function tallyOf({ taking, leftOut }: RunChoice): RunTally {
  const counts = [...leftOut].map(([reason, plants]) => [reason, plants.length] as const)
  return { taking: taking.length, leftOut: new Map(counts) }
}

/** Returns the reason why a run can't have so many plants; undefined when it can. */
export function whyTooMany(plants: number): string | undefined {
  if (plants <= maxRunPlants) return undefined
  return `A run takes up to ${countOf(maxRunPlants, 'plant')}, not ${formatCount(plants)}. Choose fewer.`
}

const noneWords: Record<RunAction['kind'], string> = {
  command: 'can receive a command now',
  suspend: 'can be suspended',
  reactivate: 'can be reactivated',
}

/** Returns the reason why a choice makes no run; undefined when at least one plant, and not too many, take part. */
export function whyNoRun(
  { taking, leftOut }: RunTally,
  kind: RunAction['kind'],
): string | undefined {
  if (taking > 0) return whyTooMany(taking)
  if (leftOut.size === 0) return 'Choose at least one plant.'
  return `None of the chosen plants ${noneWords[kind]}.`
}
