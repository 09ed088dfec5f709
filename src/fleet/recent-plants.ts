/** The plants that the user opened lately in this tab. In memory only, because nothing of a user outlives signing out. */
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'

/** Enough to scan by eye. */
const most = 8

let recent: readonly string[] = []
const listeners = createListeners()
onPersonChange(() => set([]))

/** Returns the IDs of the plants, the latest first; the same list until it changes. */
export function recentPlants(): readonly string[] {
  return recent
}

/** Calls the listener after each change; returns the unsubscribe function. */
export const subscribeToRecentPlants = listeners.add

/** Notes that a plant was opened. */
export function noteRecentPlant(plantId: string): void {
  if (recent[0] !== plantId) set([plantId, ...recent.filter((id) => id !== plantId)].slice(0, most))
}

function set(next: readonly string[]): void {
  recent = next
  listeners.notify()
}
