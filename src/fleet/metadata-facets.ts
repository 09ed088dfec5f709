import type { MetadataColumn } from './coded-columns'
import { SharedValues } from './growing-columns'

/** A key with more values isn’t a facet: the list would be too long to scan. */
const maxValues = 60
const maxKeys = 40

/** Values of the metadata keys that have few, for counting and filtering by them. */
export class MetadataFacets {
  /** Value '' is a plant without the key. */
  readonly columns = new Map<string, SharedValues>()
  /** Keys with too many values. */
  private readonly wide = new Set<string>()
  private rows: number

  constructor(rows: number) {
    this.rows = rows
  }

  /** Adds a row of a page. */
  set(row: number, page: readonly MetadataColumn[], place: number): void {
    for (const column of this.columns.values()) column.set(row, '')
    for (const { key, values, codes } of page) {
      const value = values[codes[place] ?? 0] ?? ''
      if (value === '') continue
      const column = this.columnOf(key)
      column?.set(row, value)
      this.checkWidth(key, column)
    }
  }

  /** Adds a page whose rows follow each other and are new. */
  setAll(first: number, page: readonly MetadataColumn[]): void {
    for (const { key, ...coded } of page) {
      const column = this.columnOf(key)
      column?.setAll(first, coded)
      this.checkWidth(key, column)
    }
  }

  /** Makes room for more rows. */
  grow(rows: number): void {
    this.rows = rows
    for (const column of this.columns.values()) column.grow(rows)
  }

  private checkWidth(key: string, column: SharedValues | undefined): void {
    if (!column || column.values.length <= maxValues) return
    this.columns.delete(key)
    this.wide.add(key)
  }

  private columnOf(key: string): SharedValues | undefined {
    const known = this.columns.get(key)
    if (known || this.wide.has(key) || this.columns.size >= maxKeys) return known
    const column = new SharedValues(this.rows)
    column.set(0, '')
    this.columns.set(key, column)
    return column
  }
}
