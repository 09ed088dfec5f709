import { keyLead } from './coded-columns'
import type { FleetColumns } from './fleet-columns'
import { type Segment, type Texts, searchTextOf } from './text-column'
import { type SearchPlan, matchesPlan, searchLine } from '@/domain/plant/plant-search'

/** Calls back once for each row whose text matches a search, in no particular order. */
export function findText(columns: FleetColumns, plan: SearchPlan, onHit: (row: number) => void) {
  const { words, whole } = plan
  const [[only, ...others] = []] = words
  const isOneNeedle = words.length === 1 && others.length === 0 && whole.length === 0
  for (const segment of columns.segments) {
    if (isOneNeedle && only !== undefined) {
      findRows(segment, only, onHit)
      continue
    }
    const size = segment.rows.length
    // Number of words found in each row; the next word only counts where all earlier ones were found.
    const found = new Uint8Array(size)
    let isHopeless = false
    for (const [at, alternatives] of words.entries()) {
      isHopeless = true
      const count = Math.min(at, 254)
      for (const needle of alternatives) {
        findNeedle(segment, needle, (place) => {
          if (found[place] !== count) return
          found[place] = count + 1
          isHopeless = false
        })
      }
      if (isHopeless) break
    }
    const wanted = Math.min(words.length, 255)
    const wholes = new Set<number>()
    for (const needle of whole) findNeedle(segment, needle, (place) => wholes.add(place))
    if (isHopeless && wholes.size === 0) continue
    for (let place = 0; place < size; place += 1) {
      const row = segment.rows[place] ?? 0
      const isHit = (!isHopeless && found[place] === wanted) || wholes.has(place)
      if (row > 0 && isHit) onHit(row - 1)
    }
  }
}

/** Calls back for each row whose text matches a search, among those that have 1 in `among`. */
export function findTextAmong(
  { segments }: FleetColumns,
  plan: SearchPlan,
  among: Uint8Array,
  onHit: (row: number) => void,
): void {
  for (const { texts, rows } of segments) {
    for (let place = 0; place < rows.length; place += 1) {
      const row = (rows[place] ?? 0) - 1
      if (among[row] === 1 && matchesPlan(searchTextOf(texts, place), plan)) onHit(row)
    }
  }
}

/** Calls back for each row with a value of a metadata key; case and accents don't matter. */
export function findMetadata(
  columns: FleetColumns,
  key: string,
  values: readonly string[],
  onHit: (row: number) => void,
): void {
  for (const segment of columns.segments) {
    const mark = segment.keyMarks.get(key)
    if (mark === undefined) continue
    for (const value of values) {
      findRows(segment, `\n${keyLead}${mark}${searchLine(value)}\n`, onHit)
    }
  }
}

function findRows(segment: Segment, needle: string, onHit: (row: number) => void): void {
  findNeedle(segment, needle, (place) => {
    const row = segment.rows[place] ?? 0
    if (row > 0) onHit(row - 1)
  })
}

/** Calls back once for each place in a segment whose text contains the needle. */
function findNeedle({ texts, rows }: Segment, needle: string, onHit: (place: number) => void) {
  findIn(texts, rows.length, needle, onHit)
  if (texts.wide === '') return
  findIn({ text: texts.wide, starts: texts.wideStarts }, rows.length, needle, onHit)
}

function findIn(
  { text, starts }: Pick<Texts, 'text' | 'starts'>,
  last: number,
  needle: string,
  onHit: (place: number) => void,
): void {
  let place = 0
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, starts[place])) {
    while (place < last && (starts[place + 1] ?? 0) <= at) place += 1
    // A needle never spans two rows: it has no end of a row within it.
    onHit(place)
    place += 1
    if (place >= last) return
  }
}
