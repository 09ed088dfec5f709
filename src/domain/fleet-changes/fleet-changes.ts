// The differences between two readings of the fleet. Two readings show two moments, and nothing of the time between them.
import { type PlantChangeKind, plantChangeRules } from './change-kinds'
import { type FleetReading, type ReadState, placesById, readStateAt } from './fleet-reading'
import { plantLabel } from '@/domain/plant/plant-name'
import { fromNames, keysOf } from '@/lib/keyed-record'

/** A kind of change. */
export type ChangeKind = PlantChangeKind | 'appeared' | 'disappeared'

const plantKinds = keysOf(plantChangeRules)
/** All kinds of changes, in the order in which they are listed. */
export const changeKinds: readonly ChangeKind[] = [...plantKinds, 'disappeared', 'appeared']

/** A plant that changed, with its state in each reading that has it. */
export interface PlantChange {
  before: ReadState | undefined
  after: ReadState | undefined
}

/** The time and the reliability of a reading. */
export type ReadingBasis = Pick<FleetReading, 'atMs' | 'basis' | 'plants'>

/** Differences between two readings. A plant may have changed in several ways. */
export interface FleetChanges {
  from: ReadingBasis
  to: ReadingBasis
  /** Plants by kind, in the order of their names. */
  changes: Record<ChangeKind, readonly PlantChange[]>
  /** Number of plants that both readings have. */
  compared: number
  /** Those of them that the later reading has not read again, so that nothing new is known about them. */
  notReadAgain: number
  /** Plants that only one reading has, where the other is incomplete: they may be missing from it by chance. */
  unexplained: number
}

/** Returns what changed from one reading to another. */
export function compareReadings(from: FleetReading, to: FleetReading): FleetChanges {
  const found = fromNames(changeKinds, (): PlantChange[] => [])
  const rest = placesById(from)
  let [compared, notReadAgain, unexplained] = [0, 0, 0]
  for (let place = 0; place < to.plants; place += 1) {
    const after = readStateAt(to, place)
    const placeBefore = rest.get(after.id)
    rest.delete(after.id)
    if (placeBefore === undefined) {
      if (from.basis === 'incomplete') unexplained += 1
      else found.appeared.push({ before: undefined, after })
      continue
    }
    const before = readStateAt(from, placeBefore)
    compared += 1
    if (before.readAtMs === after.readAtMs) notReadAgain += 1
    const pair = { before, after, beforeMs: from.atMs, afterMs: to.atMs }
    for (const kind of plantKinds) {
      if (plantChangeRules[kind].isMet(pair)) found[kind].push({ before, after })
    }
  }
  for (const place of rest.values()) {
    if (to.basis === 'incomplete') unexplained += 1
    else found.disappeared.push({ before: readStateAt(from, place), after: undefined })
  }
  return {
    from: basisOf(from),
    to: basisOf(to),
    changes: fromNames(changeKinds, (kind) => found[kind].toSorted(byName)),
    compared,
    notReadAgain,
    unexplained,
  }
}

function basisOf({ atMs, basis, plants }: FleetReading): ReadingBasis {
  return { atMs, basis, plants }
}

/** Returns the latest known state of a plant that changed. */
export function latestState({ before, after }: PlantChange): ReadState {
  const state = after ?? before
  if (!state) throw new Error('A change without a plant.')
  return state
}

function byName(one: PlantChange, other: PlantChange): number {
  const [a, b] = [latestState(one), latestState(other)]
  const [name, otherName] = [plantLabel(a), plantLabel(b)]
  if (name !== otherName) return name < otherName ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Returns true when nothing changed. */
export function isUnchanged({ changes }: Pick<FleetChanges, 'changes'>): boolean {
  return changeKinds.every((kind) => changes[kind].length === 0)
}
