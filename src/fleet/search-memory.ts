// A longer text only matches plants that the shorter one matched: a key looks among those, not in the whole fleet.
import type { FleetColumns } from './fleet-columns'
import { findText, findTextAmong } from './text-hits'
import { type SearchPlan, isNarrower, planSearch } from '@/domain/plant/plant-search'

interface Find {
  text: string
  plan: SearchPlan
  /** By row, 1 for a match. */
  hits: Uint8Array
  matches: number
}

/** A word and its beginnings. Each takes a byte a plant. */
const maxFinds = 12
/** Testing rows one by one costs more than a scan of all texts once many matched. */
const maxShare = 0.2

/** Remembers what searches found in a fleet, which must not change meanwhile. */
export class SearchMemory {
  private readonly finds: Find[] = []
  private readonly columns: FleetColumns

  constructor(columns: FleetColumns) {
    this.columns = columns
  }

  /** Returns the rows that a text matches, as 1 by row. */
  hitsOf(text: string): Uint8Array {
    const { columns } = this
    const known = this.finds.find((find) => find.text === text)
    if (known) return known.hits
    const plan = planSearch(text)
    const hits = new Uint8Array(columns.end)
    let matches = 0
    const onHit = (row: number) => {
      hits[row] = 1
      matches += 1
    }
    const wider = this.finds
      .filter((find) => isNarrower(plan, find.plan))
      .toSorted((a, b) => a.matches - b.matches)[0]
    if (wider && wider.matches <= maxShare * columns.end)
      findTextAmong(columns, plan, wider.hits, onHit)
    else findText(columns, plan, onHit)
    this.finds.push({ text, plan, hits, matches })
    if (this.finds.length > maxFinds) this.finds.shift()
    return hits
  }
}
