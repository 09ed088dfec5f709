// The selection in the list stays while a plant is open, so that it is still there after Back.
import { useSyncExternalStore } from 'react'
import { type PlantSelection, noSelection } from '@/domain/fleet/plant-selection'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'

let selection = noSelection
const listeners = createListeners()

onPersonChange(() => setSelection(noSelection))

/** Replaces the selection. */
export function setSelection(next: PlantSelection): void {
  selection = next
  listeners.notify()
}

/** Returns the selection when called, for event handlers. */
export const selectionNow = () => selection

/** Returns the selection as React state. */
export function useSelection(): PlantSelection {
  return useSyncExternalStore(listeners.add, selectionNow)
}
