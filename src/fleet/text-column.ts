import type { Plant } from '@/api/plant-schemas'
import { digitsOfLine, searchLines } from '@/domain/plant/plant-search'

/** Texts that are rebuilt from the search text, in the order of its lines. */
const textNames = [
  'name',
  'serialNumber',
  'id',
  'certificateFingerprint',
  'certificateSerialNumber',
] as const

/** Ways to rebuild a text from its line of the search text: as it is, in upper case, as hex digits or pairs, or kept apart. */
const textForms = {
  none: 0,
  same: 1,
  upper: 2,
  pairs: 3,
  upperPairs: 4,
  digits: 5,
  upperDigits: 6,
  apart: 7,
} as const
const [formBits, formMask] = [3, 7]

/** Search texts of rows, and what is needed to rebuild the plants' own texts. */
export interface Texts {
  /** Search text of all rows in Latin-1, and where each begins; the last item of `starts` is the end. */
  text: string
  starts: Uint32Array
  /** The same for rows with other characters, whose part of `text` is empty; without any, both are empty. */
  wide: string
  wideStarts: Uint32Array
  /** Forms of the five texts of each row, three bits each. */
  forms: Uint16Array
  /** Texts kept apart, as JSON arrays in UTF-8, and where each row's begins. */
  apart: Uint8Array
  apartStarts: Uint32Array
}

/** Rows that were read together; `rows` holds their row numbers in the fleet plus 1, and 0 once they are read again. */
export interface Segment {
  texts: Texts
  keyMarks: ReadonlyMap<string, string>
  rows: Uint32Array
  live: number
}

/** Returns the texts of a page without its other columns, which would otherwise stay in memory with them. */
export function textsOf(texts: Texts): Texts {
  const { text, starts, wide, wideStarts, forms, apart, apartStarts } = texts
  return { text, starts, wide, wideStarts, forms, apart, apartStarts }
}

const beyondLatin1 = /[^\0-\u00FF]/

/**
 * Joins the search texts of rows. One character beyond Latin-1 would double the memory of all rows it shares a text with.
 * `areNarrow`: they come from texts that were joined before.
 */
export function joinTexts(texts: readonly string[], { areNarrow = false } = {}) {
  const isWide = texts.map((text) => beyondLatin1.test(text))
  const narrow = texts.map((text, row) => (isWide[row] ? '' : text))
  const wide = texts.map((text, row) => (isWide[row] ? text : ''))
  return {
    text: areNarrow ? narrow.join('') : inLatin1(narrow.join('')),
    starts: startsOf(narrow),
    wide: wide.join(''),
    wideStarts: isWide.includes(true) ? startsOf(wide) : new Uint32Array(),
  }
}

const charactersAtOnce = 4_096

/** Engines keep text that came from text beyond Latin-1, such as "brno" of "Brňo", at two bytes a character. */
function inLatin1(text: string): string {
  const codes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
  const parts: string[] = []
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    parts.push(String.fromCharCode(...codes.subarray(at, at + charactersAtOnce)))
  }
  return parts.join('')
}

/** Builds the search text of many plants, from which their own texts can be rebuilt. */
export class TextColumn {
  private readonly texts: string[] = []
  private readonly apart: string[] = []
  private readonly forms: Uint16Array
  private row = 0

  constructor(rows: number) {
    this.forms = new Uint16Array(rows)
  }

  add(plant: Plant, metadataLines: readonly string[]): void {
    const lines = searchLines(plant)
    const apart: string[] = []
    let forms = 0
    for (const [at, name] of textNames.entries()) {
      const value = plant[name]
      const form = formOf(value, lines[at] ?? '')
      if (form === textForms.apart) apart.push(value ?? '')
      forms |= form << (at * formBits)
    }
    this.forms[this.row] = forms
    this.texts.push(`${[...lines, ...metadataLines].join('\n')}\n`)
    this.apart.push(apart.length === 0 ? '' : JSON.stringify(apart))
    this.row += 1
  }

  finish() {
    const encoder = new TextEncoder()
    const parts = this.apart.map((one) => encoder.encode(one))
    const apartStarts = startsOf(parts)
    const apart = new Uint8Array(apartStarts.at(-1) ?? 0)
    for (const [row, part] of parts.entries()) apart.set(part, apartStarts[row])
    return { ...joinTexts(this.texts), forms: this.forms, apart, apartStarts }
  }
}

function formOf(value: string | null | undefined, line: string): number {
  if (value === null || value === undefined) return textForms.none
  if (value === line) return textForms.same
  if (value === line.toUpperCase()) return textForms.upper
  const digits = digitsOfLine(line)
  if (digits === undefined) return textForms.apart
  const written = hexForms.find(([, write]) => write(digits) === value)
  return written?.[0] ?? textForms.apart
}

const hexForms: readonly (readonly [number, (digits: string) => string])[] = [
  [textForms.upperPairs, (digits) => pairsOf(digits).toUpperCase()],
  [textForms.upperDigits, (digits) => digits.toUpperCase()],
  [textForms.pairs, pairsOf],
  [textForms.digits, (digits) => digits],
]

/** Returns hex digits in pairs with colons between them. */
function pairsOf(digits: string): string {
  return digits.replaceAll(/(..)(?=.)/g, '$1:')
}

/** Returns where each part begins when they follow each other; the last item is the end. */
export function startsOf(parts: readonly { length: number }[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1)
  for (const [at, { length }] of parts.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  return starts
}

/** The texts of a plant that its row holds; undefined where the server sent none. */
type RowTexts = Record<(typeof textNames)[number], string | undefined>

/** Returns the part of the search text that belongs to a row. */
export function searchTextOf({ text, starts, wide, wideStarts }: Texts, row: number): string {
  const own = text.slice(starts[row], starts[row + 1])
  return own === '' ? wide.slice(wideStarts[row], wideStarts[row + 1]) : own
}

/** Returns a line of the search text of a row. */
export function lineAt(texts: Texts, row: number, line: number): string {
  const isWide = texts.starts[row] === texts.starts[row + 1]
  const [text, starts] = isWide ? [texts.wide, texts.wideStarts] : [texts.text, texts.starts]
  let start = starts[row] ?? 0
  for (let skipped = 0; skipped < line; skipped += 1) start = text.indexOf('\n', start) + 1
  return text.slice(start, text.indexOf('\n', start))
}

/** Returns the ID of a row. */
export function idAt(texts: Texts, row: number): string {
  const form = ((texts.forms[row] ?? 0) >> (2 * formBits)) & formMask
  return form === textForms.same ? lineAt(texts, row, 2) : (rowTexts(texts, row).id ?? '')
}

/** Rebuilds the texts of a row. */
export function rowTexts(texts: Texts, row: number): RowTexts {
  const lines = searchTextOf(texts, row).split('\n', textNames.length)
  const apart = apartOf(texts, row)
  const forms = texts.forms[row] ?? 0
  const read = textNames.map((_name, at) => {
    const form = (forms >> (at * formBits)) & formMask
    const line = lines[at] ?? ''
    if (form === textForms.none) return undefined
    if (form === textForms.same) return line
    if (form === textForms.upper) return line.toUpperCase()
    if (form === textForms.apart) return apart.shift() ?? ''
    const write = hexForms.find(([own]) => own === form)?.[1]
    return write?.(digitsOfLine(line) ?? '')
  })
  const [name, serialNumber, id, certificateFingerprint, certificateSerialNumber] = read
  return { name, serialNumber, id, certificateFingerprint, certificateSerialNumber }
}

const decoder = new TextDecoder()

function apartOf({ apart, apartStarts }: Texts, row: number): string[] {
  const bytes = apart.subarray(apartStarts[row], apartStarts[row + 1])
  if (bytes.length === 0) return []
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by TextColumn
  return JSON.parse(decoder.decode(bytes)) as string[]
}
