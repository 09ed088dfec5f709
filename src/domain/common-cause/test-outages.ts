// A fleet and outages at random, the same for each seed.
import { type AttributeColumn, rowMarks } from './common-cause'

/** Returns numbers from 0 up to, but not including, 1 (the generator mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const names = [
  'org',
  'type',
  'auth',
  'template',
  'cert',
  'meta.isp',
  'meta.region',
  'meta.installer',
]
const more = ['meta.firmware', 'meta.inverter', 'meta.tariff']

/**
 * Returns twelve attributes of a fleet. Their values have unequal shares; every third attribute follows the one before it in
 * most plants, as regions follow organizations; the last one says the same as the one before it.
 */
export function anyFleetColumns(rows: number, seed: number): AttributeColumn[] {
  const random = randomNumbers(seed)
  const columns: AttributeColumn[] = []
  for (const [place, attribute] of [...names, ...more].entries()) {
    const size = 3 + Math.floor(random() * 30)
    const values = Array.from({ length: size }, (_, code) => `${attribute} ${code}`)
    const earlier = columns.at(-1)
    const doesFollow = place % 3 === 2
    const codes = Uint16Array.from({ length: rows }, (_, row) => {
      const own = Math.floor(size * random() ** 2)
      return doesFollow && random() < 0.7 ? (earlier?.codes[row] ?? 0) % size : own
    })
    columns.push({ attribute, values, codes })
  }
  const twin = columns.at(-1)
  if (twin) {
    const values = twin.values.map((value) => `zone ${value}`)
    columns.push({ attribute: 'meta.zone', values, codes: twin.codes.slice() })
  }
  return columns
}

/** Marks plants that changed at random. */
export function anyOutage(rows: number, size: number, seed: number): Uint8Array {
  const random = randomNumbers(seed)
  const marks = new Uint8Array(rows).fill(rowMarks.compared)
  markSome(marks, size, random, () => true)
  return marks
}

/** Marks an outage of plants with one value, and others beside it; `purity` is the share of those with the value. */
export function plantedOutage(
  column: AttributeColumn,
  code: number,
  { size, purity }: { size: number; purity: number },
  random: () => number,
): Uint8Array {
  const marks = new Uint8Array(column.codes.length).fill(rowMarks.compared)
  const hits = Math.max(1, Math.round(size * purity))
  markSome(marks, hits, random, (row) => column.codes[row] === code)
  markSome(marks, size - hits, random, (row) => column.codes[row] !== code)
  return marks
}

function markSome(
  marks: Uint8Array,
  count: number,
  random: () => number,
  isOne: (row: number) => boolean,
): void {
  const rows = Array.from(marks.keys()).filter(isOne)
  for (let taken = 0; taken < count && rows.length > 0; taken += 1) {
    const place = Math.floor(random() * rows.length)
    const row = rows[place] ?? 0
    rows[place] = rows.at(-1) ?? 0
    rows.pop()
    marks[row] = rowMarks.changed
  }
}

/** Returns an attribute whose first value a share of the plants has, and one that follows it in most plants. */
export function plantedColumns(
  rows: number,
  share: number,
  random: () => number,
): [planted: AttributeColumn, follower: AttributeColumn] {
  const values = ['X', 'A', 'B', 'C', 'D']
  const codes = Uint16Array.from({ length: rows }, () =>
    random() < share ? 0 : 1 + Math.floor(random() * 4),
  )
  const following = codes.map((code) => (random() < 0.7 ? code : Math.floor(random() * 5)))
  return [
    { attribute: 'meta.planted', values, codes },
    { attribute: 'meta.follower', values, codes: following },
  ]
}
