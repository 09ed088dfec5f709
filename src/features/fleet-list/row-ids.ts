import { type PlantSelection, extend } from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import type { RowRange } from '@/ui/row-window'

/** Returns the IDs of a range of rows. */
export function idsOf(view: Pick<FleetView, 'idAt'>, { first, end }: RowRange): string[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, step) => view.idAt(first + step))
}

/**
 * Adds the rows from the active one, or from where an extension began, to a place. When the filter hides the plant where
 * it began, the extension is only the row at that place.
 */
export function extendTo(
  selection: PlantSelection,
  view: Pick<FleetView, 'idAt' | 'placeOf'>,
  { activePlace, place }: { activePlace: number; place: number },
): PlantSelection {
  return extend(selection, view.idAt(activePlace), (anchorId) => {
    const anchor = view.placeOf(anchorId)
    const from = anchor < 0 ? place : anchor
    return idsOf(view, { first: Math.min(from, place), end: Math.max(from, place) + 1 })
  })
}
