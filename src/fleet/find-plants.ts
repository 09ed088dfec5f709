import { fleetIndex } from './read-fleet'
import { findText } from './text-hits'
import type { Plant } from '@/api/plant-schemas'
import { planSearch } from '@/domain/plant/plant-search'
import { hasSerialCharacters, serialCharacters } from '@/domain/plant/serial-spelling'

/** Plants that match a search. */
interface FoundPlants {
  found: Plant[]
  matches: number
}

/** Returns the first matches of a search among the plants read so far, and the number of all matches. */
export function findPlants(text: string, most: number): FoundPlants {
  return collect(most, (onHit) => findText(fleetIndex.columns, planSearch(text), onHit))
}

/**
 * Returns the plants whose serial number has the letters and digits of a text, whatever the separators; like `findPlants`.
 * It takes some 15 ms for 100,000 plants, too long for every key.
 */
export function findBySerialNumber(text: string, most: number): FoundPlants {
  const characters = serialCharacters(text)
  if (characters === undefined) return { found: [], matches: 0 }
  return collect(most, (onHit) => {
    for (const { texts, rows } of fleetIndex.columns.segments) {
      const { starts, wide, wideStarts } = texts
      findIn(texts.text, starts, rows, characters, onHit)
      findIn(wide, wideStarts, rows, characters, onHit)
    }
  })
}

function findIn(
  text: string,
  starts: Uint32Array,
  rows: Uint32Array,
  characters: string,
  onHit: (row: number) => void,
): void {
  if (text === '') return
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0
    const start = starts[place] ?? 0
    if (row === 0 || start === starts[place + 1]) continue
    // The serial number follows the name.
    if (hasSerialCharacters(text, text.indexOf('\n', start) + 1, characters)) onHit(row - 1)
  }
}

function collect(most: number, find: (onHit: (row: number) => void) => void): FoundPlants {
  const rows: number[] = []
  let matches = 0
  find((row) => {
    matches += 1
    if (rows.length < most) rows.push(row)
  })
  return { found: rows.map((row) => fleetIndex.columns.plantAt(row)), matches }
}
