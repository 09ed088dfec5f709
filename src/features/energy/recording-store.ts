import { type DBSchema, openDB } from 'idb'
import { recordingDatabase, wipeCount } from './wipe-recordings'
import { utcDayOf } from '@/domain/energy/energy-day'
import type { EnergyReading } from '@/domain/energy/energy-readings'
import { dayMs } from '@/lib/instants'

/** Whose plant, behind which API, and of which UTC day a reading is. */
export interface RecordingPlace {
  username: string
  /** The API's base and the organization. */
  scope: string
  plantId: string
  date: string
}

type ReadingKey = [date: string, scope: string, plantId: string, atMs: number]

interface RecordingSchema extends DBSchema {
  readings: { key: ReadingKey; value: EnergyReading }
}

/**
 * Keeps a reading, forgets the days before yesterday, and gives back all readings of its day, oldest first: those of
 * other tabs too. Opened and closed each time, so that nothing stands in the way of a wipe. Rejects where
 * the browser keeps nothing.
 */
export async function recordReading(
  { username, scope, plantId, date }: RecordingPlace,
  reading: EnergyReading,
): Promise<EnergyReading[]> {
  const wipesBefore = wipeCount()
  const database = await openDB<RecordingSchema>(recordingDatabase(username), 1, {
    upgrade: (fresh) => void fresh.createObjectStore('readings'),
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
  // By this clock, and with a day to spare: a server may name any day, and must not end the others' recordings.
  const forgottenBefore = utcDayOf(reading.atMs - dayMs)
  try {
    if (wipeCount() !== wipesBefore) throw new Error('The recording was wiped meanwhile.')
    const transaction = database.transaction('readings', 'readwrite')
    const [, , readings] = await Promise.all([
      transaction.store.delete(IDBKeyRange.upperBound([forgottenBefore], true)),
      transaction.store.put(reading, [date, scope, plantId, reading.atMs]),
      transaction.store.getAll(
        IDBKeyRange.bound([date, scope, plantId], [date, scope, plantId, []]),
      ),
      transaction.done,
    ])
    return readings
  } finally {
    database.close()
  }
}
