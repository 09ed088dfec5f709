import type { DBSchema } from 'idb'
import { utcDayOf } from '@/domain/energy/energy-day'
import { type EnergyReading, storedReadings } from '@/domain/energy/energy-readings'
import { dayMs } from '@/lib/instants'
import { openPersonStore } from '@/lib/person-store'

/** Identifies readings: user, API, plant and UTC day. */
interface RecordingPlace {
  username: string
  /** The API's base and the organization. */
  scope: string
  plantId: string
  date: string
}

type ReadingKey = [date: string, scope: string, plantId: string, atMs: number]

interface RecordingSchema extends DBSchema {
  /** Another version of the application may have written it. */
  readings: { key: ReadingKey; value: unknown }
}

/**
 * Stores a reading, deletes the days before yesterday, and returns all readings of its day, oldest first, including
 * those of other tabs. Opens and closes the database each time, so that nothing blocks a wipe. Rejects when the browser
 * stores nothing.
 */
export async function recordReading(
  { username, scope, plantId, date }: RecordingPlace,
  reading: EnergyReading,
): Promise<EnergyReading[]> {
  const database = await openPersonStore<RecordingSchema>('energy', username, 1, (fresh) => {
    fresh.createObjectStore('readings')
  })
  // By this device's clock, with a day's margin: a server may name any day and must not delete other readings.
  const forgottenBefore = utcDayOf(reading.atMs - dayMs)
  try {
    const transaction = database.transaction('readings', 'readwrite')
    const [, , readings] = await Promise.all([
      transaction.store.delete(IDBKeyRange.upperBound([forgottenBefore], true)),
      transaction.store.put(reading, [date, scope, plantId, reading.atMs]),
      transaction.store.getAll(
        IDBKeyRange.bound([date, scope, plantId], [date, scope, plantId, []]),
      ),
      transaction.done,
    ])
    return storedReadings(readings)
  } finally {
    database.close()
  }
}
