import { fleetIndex } from './read-fleet'
import { findText } from './text-hits'
import type { Plant } from '@/api/plant-schemas'
import { planSearch } from '@/domain/plant/plant-search'

/** Plants that match a search. */
interface FoundPlants {
  found: Plant[]
  matches: number
}

/** Returns the first matches of a search among the plants read so far, and the number of all matches. */
export function findPlants(text: string, most: number): FoundPlants {
  const rows: number[] = []
  let matches = 0
  findText(fleetIndex.columns, planSearch(text), (row) => {
    matches += 1
    if (rows.length < most) rows.push(row)
  })
  return { found: rows.map((row) => fleetIndex.columns.plantAt(row)), matches }
}
