import type { FleetColumns } from './fleet-columns'
import { membersById } from './fleet-plants'
import type { Plant } from '@/api/plant-schemas'
import { inSlices } from '@/lib/time-slices'

/** Gathers something about all plants. */
export interface FleetScan<Result> {
  /** Called for each plant, with the time at which it was read (Unix ms, server's clock). */
  add: (plant: Plant, readAtMs: number) => void
  /** Returns the result in short steps. */
  finish: () => Generator<void, Result>
}

/** The index, as far as scanning needs it. */
interface ScannedIndex {
  readonly columns: FleetColumns
  subscribe: (listener: () => void) => () => void
}

/** A fleet that is being read changes all the time; its scans begin this much apart. */
const betweenScansMs = 1_000

/** Passes all plants to a scan, in short steps. */
export function* scanFleet<Result>(
  columns: FleetColumns,
  scan: FleetScan<Result>,
): Generator<void, Result> {
  for (let row = 0; row < columns.end; row += 1) {
    if (columns.alive[row] === 1) scan.add(columns.plantAt(row), columns.readAtMs[row] ?? 0)
    if (row % 64 === 63) yield
  }
  yield
  return yield* scan.finish()
}

/** Passes plants by their IDs to a scan, as far as a run judges them, in short steps; unknown ones are left out. */
export function* scanMembers<Result>(
  columns: FleetColumns,
  ids: Iterable<string>,
  scan: FleetScan<Result>,
): Generator<void, Result> {
  let some: string[] = []
  const addSome = () => {
    for (const plant of membersById(columns, some)) {
      scan.add(plant, columns.readAtMs[columns.find(plant.id)] ?? 0)
    }
    some = []
  }
  for (const id of ids) {
    some.push(id)
    if (some.length < 64) continue
    addSome()
    yield
  }
  addSome()
  return yield* scan.finish()
}

/** Takes steps between two frames, and again after each change of the index. Returns a function that stops it. */
export function keepScanning<Result>(
  index: ScannedIndex,
  makeSteps: (columns: FleetColumns) => Generator<void, Result>,
  onResult: (result: Result) => void,
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  let isOutdated = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isScanning = false
  async function scan(): Promise<void> {
    isScanning = true
    isOutdated = false
    try {
      onResult(await inSlices(makeSteps(index.columns), signal))
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      isScanning = false
      if (isOutdated && !signal.aborted) timer = setTimeout(() => void scan(), betweenScansMs)
    }
  }
  const unsubscribe = index.subscribe(() => {
    if (!isScanning && !isOutdated) timer = setTimeout(() => void scan(), betweenScansMs)
    isOutdated = true
  })
  void scan()
  return () => {
    controller.abort()
    clearTimeout(timer)
    unsubscribe()
  }
}
