import { keyLead } from './coded-columns'
import type { FleetColumns } from './fleet-columns'
import { rowPlant } from './row-plant'
import { rowTexts, searchTextOf } from './text-column'

/** Returns what a row holds, but the times of its reading and of the last contact, for comparing it with another. */
export function rowContent(columns: FleetColumns, row: number): string {
  const found = columns.textsOf(row)
  if (!found) return ''
  const { texts, keyMarks, place } = found
  const plant = rowPlant(columns, row, rowTexts(texts, place))
  // A key may have another mark in another segment.
  const keyOf = new Map(Array.from(keyMarks, ([key, mark]) => [keyLead + mark, key]))
  const lines = searchTextOf(texts, place).split('\n')
  const named = lines.map((line) => {
    const key = keyOf.get(line.slice(0, 2))
    return key === undefined ? line : [key, line.slice(2)]
  })
  return JSON.stringify([{ ...plant, lastSeenAt: null }, columns.urgency[row], named])
}
