import { selectionNow, setSelection } from './selection-store'
import {
  extend,
  noSelection,
  stopExtending,
  toggle,
  togglePage,
} from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import type { RowRange } from '@/ui/row-window'

/** Returns the IDs of a range of rows. */
export function idsOf(view: Pick<FleetView, 'idAt'>, { first, end }: RowRange): string[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, step) => view.idAt(first + step))
}

/** Adds the row at a place to the selection, or removes it. */
export function toggleRow(view: FleetView, place: number): void {
  setSelection(toggle(selectionNow(), view.idAt(place)))
}

/** Adds the rows on screen to the selection, or removes them. */
export function toggleRows(view: FleetView, range: RowRange): void {
  setSelection(togglePage(selectionNow(), idsOf(view, range)))
}

/** Selects the rows from the active one, or from where an extension began, to a place. */
export function extendRows(view: FleetView, activePlace: number, place: number): void {
  const next = extend(selectionNow(), view.idAt(activePlace), (anchorId) => {
    const anchor = view.placeOf(anchorId)
    const from = anchor < 0 ? place : anchor
    return idsOf(view, { first: Math.min(from, place), end: Math.max(from, place) + 1 })
  })
  setSelection(next)
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
  setSelection(noSelection)
  return true
}
