// The plants whose details are worth a request each: those in trouble first.
import type { FleetColumns } from './fleet-columns'
import { isTroubleRank } from '@/domain/problems/urgency'

/** The plants whose details are read. */
export interface WantedPlants {
  /** Plants in trouble, the most urgent first. */
  urgent: readonly string[]
  /** The others, in no particular order. */
  rest: readonly string[]
}

/** Chooses at most so many plants, those in trouble first; the others are the same from one call to the next. */
export function wantedPlants(columns: FleetColumns, most: number): WantedPlants {
  const { alive, urgency, end } = columns
  const urgent: number[] = []
  const rest: number[] = []
  for (let row = 0; row < end; row += 1) {
    if (alive[row] !== 1) continue
    if (isTroubleRank(urgency[row] ?? Infinity)) urgent.push(row)
    else if (rest.length < most) rest.push(row)
  }
  urgent.sort((a, b) => (urgency[a] ?? 0) - (urgency[b] ?? 0))
  const idOf = (row: number) => columns.idOf(row)
  const chosen = urgent.slice(0, most)
  return { urgent: chosen.map(idOf), rest: rest.slice(0, most - chosen.length).map(idOf) }
}
