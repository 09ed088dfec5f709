import { type PlantSelection, extend } from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import type { RowRange } from '@/ui/row-window'

/** Returns the IDs of a range of rows, without plants that are gone. */
export function idsOf(
  view: Pick<FleetView, 'idAt' | 'isGoneAt'>,
  { first, end }: RowRange,
): string[] {
  const ids: string[] = []
  for (let place = first; place < end; place += 1) {
    if (!view.isGoneAt(place)) ids.push(view.idAt(place))
  }
  return ids
}

/**
 * Adds the rows from the active one, or from where an extension began, to a place. When the filter hides the plant where
 * it began, the extension is only the row at that place.
 */
export function extendTo(
  selection: PlantSelection,
  view: Pick<FleetView, 'idAt' | 'isGoneAt' | 'placeOf'>,
  { activePlace, place }: { activePlace: number; place: number },
): PlantSelection {
  return extend(selection, view.idAt(activePlace), (anchorId) => {
    const anchor = view.placeOf(anchorId)
    const from = anchor < 0 ? place : anchor
    return idsOf(view, { first: Math.min(from, place), end: Math.max(from, place) + 1 })
  })
}
