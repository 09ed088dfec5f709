import type { FleetColumns } from './fleet-columns'
import type { Plant } from '@/api/plant-schemas'

/** A plant as the index had it, read at a time (Unix ms, server's clock). */
export interface ReadPlant {
  plant: Plant
  readAtMs: number
}

/** Plants as they were at one time, however the fleet changes. Each is built on request. */
export interface FrozenPlants extends Iterable<ReadPlant> {
  count: number
  /** Time of the oldest reading, Unix ms, server's clock; undefined without plants. */
  oldestReadAtMs: number | undefined
}

/** Keeps the plants in some rows as they are now; rows without a plant are left out. */
export function freezePlants(columns: FleetColumns, rows: Iterable<number>): FrozenPlants {
  const kept = Uint32Array.from(rows).filter((row) => columns.alive[row] === 1)
  const frozen = columns.frozen()
  const readAtMs = (row: number) => frozen.readAtMs[row] ?? 0
  const oldest = kept.reduce((oldestMs, row) => Math.min(oldestMs, readAtMs(row)), Infinity)
  return {
    count: kept.length,
    oldestReadAtMs: oldest === Infinity ? undefined : oldest,
    *[Symbol.iterator]() {
      for (const row of kept) yield { plant: frozen.plantAt(row), readAtMs: readAtMs(row) }
    },
  }
}
