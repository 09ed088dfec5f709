// Plants with newly issued credentials, until the user stops watching them. Contains times and counts, no secrets.
// Outside React, because watching starts in a dialog and continues after it closes.
import { useSyncExternalStore } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import {
  type ContactWatch,
  contactState,
  observe,
  startWatch,
} from '@/domain/credentials/first-contact'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow } from '@/lib/server-clock'

export interface WatchedPlant extends ContactWatch {
  /** First contact with the new credentials, Unix ms by the server's clock. */
  contactAtMs?: number
}

const watches = new Map<string, WatchedPlant>()
const listeners = new Set<() => void>()

function notifyListeners(): void {
  for (const listener of listeners) listener()
}

export function watchForContact(before: PlantDetail): void {
  watches.set(before.id, startWatch(before, deviceNow()))
  notifyListeners()
}

/** Updates a watch with a reading of its plant at `readAtMs` (Unix ms, device's clock) until the first contact. */
export function noteReading(plantId: string, plant: PlantDetail, readAtMs: number): void {
  const known = watches.get(plantId)
  if (!known || known.contactAtMs !== undefined || readAtMs < known.sinceMs) return
  const watch: WatchedPlant = observe(known, plant, readAtMs)
  const state = contactState(watch, plant)
  if (state.kind === 'contact') watch.contactAtMs = state.atMs
  watches.set(plantId, watch)
  notifyListeners()
}

export function stopWatching(plantId: string): void {
  if (watches.delete(plantId)) notifyListeners()
}

onPersonChange(() => {
  watches.clear()
  notifyListeners()
})

export function useContactWatch(plantId: string): WatchedPlant | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => watches.get(plantId),
  )
}
