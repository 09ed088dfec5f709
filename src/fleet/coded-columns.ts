import { metadataValues } from '@/domain/plant/metadata-values'
import { searchLine } from '@/domain/plant/plant-search'

/** A column of repeated values: each distinct value once, and a code for each row. */
export interface CodedColumn {
  values: string[]
  codes: Uint16Array
}

/** Values of one metadata key at the top level; code 0 is a plant without it. */
export interface MetadataColumn extends CodedColumn {
  key: string
}

/** Precedes the mark of a metadata key and its value in the search text. */
export const keyLead = '\u0091'
/** Code of the first mark; those of a page are as many as its keys, up to `maxPageKeys`. */
export const firstKeyMark = 0x93
const lastKeyMark = 0xff
/** Plants that are read together can have values of this many metadata keys; further ones have neither a mark nor a column. */
export const maxPageKeys = lastKeyMark - firstKeyMark + 1
/** Longer values get no facet. */
const maxFacetValueLength = 60

/** Builds a column of repeated values. */
export class Coder {
  private readonly codeOf = new Map<string, number>()
  private readonly codes: Uint16Array

  constructor(rows: number) {
    this.codes = new Uint16Array(rows)
  }

  set(row: number, value: string): void {
    const code = this.codeOf.get(value) ?? this.codeOf.size
    this.codeOf.set(value, code)
    this.codes[row] = code
  }

  finish(): CodedColumn {
    return { values: [...this.codeOf.keys()], codes: this.codes }
  }
}

/** Builds the columns of metadata keys, and the lines of the search text that hold their values. */
export class MetadataColumns {
  private readonly columns = new Map<string, Coder>()
  private readonly marks = new Map<string, string>()
  private readonly rows: number

  constructor(rows: number) {
    this.rows = rows
  }

  linesOf(metadata: string | null | undefined, row: number): string[] {
    const lines = metadataValues(metadata).map(({ key, text }) => {
      if (key === undefined) return searchLine(text)
      this.columnOf(key)?.set(row, text.length > maxFacetValueLength ? '' : text)
      const mark = this.markOf(key)
      return mark === undefined ? searchLine(text) : `${keyLead}${mark}${searchLine(text)}`
    })
    // Lists of equal devices repeat themselves.
    return [...new Set(lines)]
  }

  private columnOf(key: string): Coder | undefined {
    const known = this.columns.get(key)
    if (known !== undefined || this.columns.size >= maxPageKeys) return known
    const column = new Coder(this.rows)
    // Code 0 is a plant without the key.
    column.set(0, '')
    this.columns.set(key, column)
    return column
  }

  private markOf(key: string): string | undefined {
    const code = firstKeyMark + this.marks.size
    const known = this.marks.get(key)
    if (known !== undefined || code > lastKeyMark) return known
    const mark = String.fromCharCode(code)
    this.marks.set(key, mark)
    return mark
  }

  finish() {
    const metadata = [...this.columns].map(([key, column]) => ({ key, ...column.finish() }))
    return { metadata, keyMarks: this.marks }
  }
}
