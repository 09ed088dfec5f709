// What the index holds, as a reading to be compared with a later one.
import type { FleetIndex } from './fleet-index'
import type { FleetScan } from './fleet-scan'
import { scanFleet } from './fleet-scan'
import { keepReading } from './reading-store'
import type { SnapshotPlace } from './snapshot-store'
import { type FleetReading, FleetRecorder } from '@/domain/fleet-changes/fleet-reading'
import { serverNow } from '@/lib/server-clock'
import { inSlices } from '@/lib/time-slices'

/** Returns a scan that records the plants of the index as they are now. */
export function recordingScan(index: Pick<FleetIndex, 'getState'>): FleetScan<FleetReading> {
  const recorder = new FleetRecorder()
  return {
    add: (plant, readAtMs) => recorder.add(plant, readAtMs),
    finish: () => {
      const { completeness, isPassing } = index.getState()
      return recorder.finish({
        atMs: serverNow(),
        basis: isPassing ? 'incomplete' : completeness.kind,
      })
    },
  }
}

/** Keeps what a pass has read, unless a recent reading is kept. Rejects when the browser stores nothing. */
export async function keepPastReading(
  index: Pick<FleetIndex, 'getState' | 'columns'>,
  place: SnapshotPlace,
  signal: AbortSignal,
): Promise<void> {
  const about = { atMs: serverNow(), plants: index.columns.size }
  await keepReading(place, about, async () => {
    const reading = await inSlices(scanFleet(index.columns, recordingScan(index)), signal)
    return { ...reading, atMs: about.atMs }
  })
}
