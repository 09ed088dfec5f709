import { useState } from 'react'
import type { FleetView } from '@/fleet/fleet-view'
import { latestPlantId, rememberPlant } from '@/fleet/opened-from'

/**
 * Follows the active plant wherever it is sorted; when it disappears, the row at its place becomes active. Another
 * filter or order begins with its first row.
 */
export function useActiveRow(view: FleetView, question: string) {
  const [active, setActive] = useState(() => {
    const id = latestPlantId()
    return { id, place: id === undefined ? 0 : Math.max(0, view.placeOf(id)), question }
  })
  const isSame = active.question === question
  const found = isSame && active.id !== undefined ? view.placeOf(active.id) : -1
  const fallback = isSame ? Math.min(active.place, Math.max(0, view.matches - 1)) : 0
  return {
    place: found >= 0 ? found : fallback,
    moveTo: (place: number) => {
      const id = view.idAt(place)
      rememberPlant(id)
      setActive({ id, place, question })
    },
  }
}
