import type { FleetColumns } from './fleet-columns'
import type { SharedValues } from './growing-columns'
import type { CodedName, InstantName } from './page-columns'
import { prefixKey } from './prefix-key'
import { type CompareRows, mergeInto, sortInSteps } from './row-sort'
import type { FleetSort, SortKey } from '@/domain/fleet/fleet-sort'
import { searchLine } from '@/domain/plant/plant-search'

type NumberOf = (row: number) => number
type TextOf = (row: number) => string

/** Lines of the search text by which it is sorted. */
const textLines: Partial<Record<SortKey, number>> = { name: 0, serialNumber: 1 }
const codedKeys: Partial<Record<SortKey, CodedName>> = {
  type: 'type',
  status: 'status',
  lifecycle: 'lifecycleStatus',
  auth: 'authMethod',
  template: 'template',
}
const instantKeys: Partial<Record<SortKey, InstantName>> = {
  cert: 'certificateExpiresAt',
  seen: 'lastSeenAt',
  created: 'createdAt',
}

/**
 * The plants of the fleet in one order, kept while the fleet changes: rows that were written are taken out and put back
 * where they belong. Values that are missing or unreadable are last in both directions.
 */
export class FleetOrder {
  private rows: Uint32Array = new Uint32Array()
  /** Sort keys by row; Infinity is last. */
  private keys = new Float64Array()
  /** Rows that were written or removed, and those being put back in their places. */
  private changed = new Set<number>()
  private moving = new Set<number>()
  /** Texts of the moving rows. */
  private texts: (string | undefined)[] = []
  private readonly columns: FleetColumns
  private readonly isDescending: boolean
  private readonly numberOf: NumberOf
  private readonly textOf: TextOf | undefined
  private readonly ranks: Ranks | undefined
  /** Returns what a row is sorted by, to compare it after the row was written. */
  readonly valueOf: (row: number) => string | number

  constructor(columns: FleetColumns, { key, isDescending }: FleetSort) {
    this.columns = columns
    this.isDescending = isDescending
    this.textOf = textReader(columns, key)
    const name = codedKeys[key]
    this.ranks = name && new Ranks(columns, name)
    if (this.textOf) this.numberOf = (row) => prefixKey(this.textOf?.(row) ?? '')
    else this.numberOf = this.ranks?.of ?? numberReader(columns, key)
    this.valueOf = name
      ? (row) => columns.coded[name].at(row)
      : (row) => this.textOf?.(row) ?? this.numberOf(row)
    for (let row = 0; row < columns.end; row += 1) this.changed.add(row)
  }

  /** Number of rows that are not in their place yet. */
  get pending(): number {
    return this.changed.size + this.moving.size
  }

  /** Notes that a row was written or removed. */
  note(row: number): void {
    this.changed.add(row)
  }

  /** Returns all rows in order; those that are not in their place yet come last. */
  now(): Uint32Array {
    if (this.pending === 0) return this.rows
    const { alive } = this.columns
    const isPending = (row: number) => this.changed.has(row) || this.moving.has(row)
    const kept = this.rows.filter((row) => alive[row] === 1 && !isPending(row))
    const more = [...new Set([...this.moving, ...this.changed])].filter((row) => alive[row] === 1)
    const all = new Uint32Array(kept.length + more.length)
    all.set(kept)
    all.set(more, kept.length)
    return all
  }

  /**
   * Puts all rows in their places, in short steps. Rows that change meanwhile wait for the next call; only one may
   * run at a time.
   */
  *settle(): Generator<void, void> {
    const { alive, end } = this.columns
    if (this.ranks?.renew() === true) for (const row of this.rows) this.changed.add(row)
    this.moving = this.changed
    this.changed = new Set()
    if (this.keys.length < end) {
      const keys = new Float64Array(alive.length)
      keys.set(this.keys)
      this.keys = keys
    }
    let read = 0
    for (const row of this.moving) {
      this.keys[row] = this.keyOf(row)
      // A text that is written while rows are being sorted must not confuse the sorting.
      if (this.textOf) this.texts[row] = this.textOf(row)
      read += 1
      if (read % 4_096 === 0) yield
    }
    const sorted = yield* sortInSteps(Uint32Array.from(this.moving), this.compare)
    const isInPlace = (row: number) => this.columns.alive[row] === 1 && !this.changed.has(row)
    const kept = this.rows.filter((row) => isInPlace(row) && !this.moving.has(row))
    this.rows = mergeInto(kept, sorted.filter(isInPlace), this.compare)
    this.moving = new Set()
    this.texts = []
  }

  private keyOf(row: number): number {
    const value = this.numberOf(row)
    if (!Number.isFinite(value)) return Infinity
    return this.isDescending ? -value : value
  }

  private readonly compare: CompareRows = (a, b) => {
    const [one = 0, other = 0] = [this.keys[a], this.keys[b]]
    if (one !== other) return one < other ? -1 : 1
    if (this.textOf && one !== Infinity) {
      const first = this.texts[a] ?? this.textOf(a)
      const second = this.texts[b] ?? this.textOf(b)
      if (first !== second) return first < second !== this.isDescending ? -1 : 1
    }
    return this.columns.compareIds(a, b)
  }
}

function textReader(columns: FleetColumns, key: SortKey): TextOf | undefined {
  const line = textLines[key]
  return line === undefined ? undefined : (row) => columns.lineOf(row, line)
}

/** Ranks of repeated values, so that sorting compares numbers; a new value may change all of them. */
class Ranks {
  private ranks: number[] = []
  private readonly shared: SharedValues
  private readonly name: CodedName

  constructor(columns: FleetColumns, name: CodedName) {
    this.shared = columns.coded[name]
    this.name = name
  }

  /** Ranks the values again if there are new ones; returns true when the ranks have changed. */
  renew(): boolean {
    const { values } = this.shared
    if (this.ranks.length === values.length) return false
    const texts = values.map((value) => searchLine(labelOf(this.name, value)))
    const sorted = [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1))
    const rankOf = new Map(sorted.map((text, rank) => [text, rank]))
    this.ranks = texts.map((text) => (text === '' ? Infinity : (rankOf.get(text) ?? Infinity)))
    return true
  }

  readonly of = (row: number): number => this.ranks[this.shared.codes[row] ?? 0] ?? Infinity
}

/** A template is sorted by its name, and by its ID when it has none. */
function labelOf(name: CodedName, value: string): string {
  if (name !== 'template') return value
  const [id = '', label = ''] = value.split('\n')
  return label || id
}

function numberReader(columns: FleetColumns, key: SortKey): NumberOf {
  if (key === 'urgency') return (row) => columns.urgency[row] ?? Infinity
  if (key === 'failures') return (row) => columns.failures[row] ?? Infinity
  const name = instantKeys[key] ?? 'createdAt'
  return (row) => columns.instants[name][row] ?? Infinity
}
