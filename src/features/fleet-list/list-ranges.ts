// Changes of the selection by the list's rows.
import { extendTo, idsOf } from './row-ids'
import { dropSelection, selectionNow, setSelection } from './selection-store'
import { stopExtending, toggle, togglePage } from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import type { RowRange } from '@/ui/row-window'

/** Adds the row at a place to the selection, or removes it. A plant that is gone can only be removed. */
export function toggleRow(view: FleetView, place: number): void {
  const { id } = view.plantAt(place)
  if (view.isGoneAt(place) && !selectionNow().ids.has(id)) return
  setSelection(toggle(selectionNow(), id))
}

/** Adds the rows on screen to the selection, or removes them. */
export function toggleRows(view: FleetView, range: RowRange): void {
  setSelection(togglePage(selectionNow(), idsOf(view, range)))
}

/** Selects the rows from the active one, or from where an extension began, to a place. */
export function extendRows(view: FleetView, activePlace: number, place: number): void {
  setSelection(extendTo(selectionNow(), view, { activePlace, place }))
}

/** Ends an extension when the active row moves without it. */
export function endExtension(): void {
  const current = selectionNow()
  const next = stopExtending(current)
  if (next !== current) setSelection(next)
}

/** Clears the selection; returns false when nothing was selected. */
export function clearSelection(): boolean {
  if (selectionNow().ids.size === 0) return false
  dropSelection()
  return true
}
