// The selection in the list stays while a plant is open, so that it is still there after Back.
import { useSyncExternalStore } from 'react'
import { type PlantSelection, noSelection } from '@/domain/fleet/plant-selection'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'

let selection = noSelection
let cleared = noSelection
const listeners = createListeners()

onPersonChange(() => setSelection(noSelection))

/** Replaces the selection. */
export function setSelection(next: PlantSelection): void {
  selection = next
  cleared = noSelection
  listeners.notify()
}

/** Clears the selection, which can be restored until the next one. */
export function dropSelection(): void {
  cleared = selection
  selection = noSelection
  listeners.notify()
}

/** Forgets the selection that was cleared. */
export function forgetCleared(): void {
  cleared = noSelection
  listeners.notify()
}

/** Returns the selection when called, for event handlers. */
export const selectionNow = () => selection

/** Returns the selection that was cleared last as React state; an empty one when there is none to restore. */
export function useCleared(): PlantSelection {
  return useSyncExternalStore(listeners.add, () => cleared)
}

/** Returns the selection as React state. */
export function useSelection(): PlantSelection {
  return useSyncExternalStore(listeners.add, selectionNow)
}
