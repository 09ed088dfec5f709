import type { DBSchema } from 'idb'
import { type KeptReading, type ReadingSlot, outdatedReadings, slotsFor } from './reading-slots'
import type { SnapshotPlace } from './snapshot-store'
import { type FleetReading, readStoredReading } from '@/domain/fleet-changes/fleet-reading'
import { openPersonStore, withPersonStore } from '@/lib/person-store'

type SlotKey = [scope: string, slot: ReadingSlot]

interface ReadingSchema extends DBSchema {
  /** Another version of the application may have written it. */
  readings: { key: SlotKey; value: unknown }
  /** Times of the readings, so that their plants need not be read for them. */
  times: { key: SlotKey; value: number }
}

const open = (username: string) =>
  openPersonStore<ReadingSchema>('readings', username, 1, (fresh) => {
    fresh.createObjectStore('readings')
    fresh.createObjectStore('times')
  })

/**
 * Keeps a reading, unless the latest is recent; `makeReading` is only called for one that is kept. Rejects when the
 * browser stores nothing.
 */
export async function keepReading(
  { username, scope }: SnapshotPlace,
  about: { atMs: number; plants: number },
  makeReading: () => Promise<FleetReading>,
): Promise<void> {
  const place = { username, scope }
  if (slotsFor(await listReadings(place), about).slots.length === 0) return
  // A transaction ends while something else is awaited.
  const reading = await makeReading()
  await withPersonStore(
    () => open(username),
    async (database) => {
      const transaction = database.transaction(['readings', 'times'], 'readwrite')
      const [readings, times] = [
        transaction.objectStore('readings'),
        transaction.objectStore('times'),
      ]
      const keyOf = (slot: ReadingSlot): SlotKey => [scope, slot]
      const [keys, values] = await Promise.all([times.getAllKeys(), times.getAll()])
      // Another tab may have kept one meanwhile.
      const { endsVisit, slots } = slotsFor(keptIn(scope, keys, values), about)
      if (endsVisit) {
        const [ended, endedAtMs] = await Promise.all([
          readings.get(keyOf('latest')),
          times.get(keyOf('latest')),
        ])
        await readings.put(ended, keyOf('visit'))
        await times.put(endedAtMs ?? 0, keyOf('visit'))
      }
      const all = keys.map(([ofScope, slot], at) => ({
        scope: ofScope,
        slot,
        atMs: values[at] ?? 0,
      }))
      await Promise.all([
        ...outdatedReadings(all, about.atMs).flatMap((one): Promise<void>[] => {
          const key: SlotKey = [one.scope, one.slot]
          return [readings.delete(key), times.delete(key)]
        }),
        ...slots.flatMap((slot) => [
          readings.put(reading, keyOf(slot)),
          times.put(about.atMs, keyOf(slot)),
        ]),
        transaction.done,
      ])
    },
  )
}

/** Returns the readings that are kept, without their plants. Rejects when the browser stores nothing. */
export async function listReadings({ username, scope }: SnapshotPlace): Promise<KeptReading[]> {
  return withPersonStore(
    () => open(username),
    async (database) => {
      const { store } = database.transaction('times')
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
      return keptIn(scope, keys, values)
    },
  )
}

/** Returns a kept reading, if there is one that can be read. Rejects when the browser stores nothing. */
export async function loadReading(
  { username, scope }: SnapshotPlace,
  slot: ReadingSlot,
): Promise<FleetReading | undefined> {
  const stored = await withPersonStore(
    () => open(username),
    (database) => database.get('readings', [scope, slot]),
  )
  return readStoredReading(stored)
}

function keptIn(scope: string, keys: readonly SlotKey[], times: readonly number[]): KeptReading[] {
  return keys.flatMap(([ofScope, slot], at) =>
    ofScope === scope ? [{ slot, atMs: times[at] ?? 0 }] : [],
  )
}
