import { disuseReader } from './disuse-reader'
import type { FleetColumns } from './fleet-columns'
import { type SharedValues, grown } from './growing-columns'
import type { CodedName, InstantName } from './page-columns'
import { prefixKey } from './prefix-key'
import { type CompareRows, mergeInto, sortInSteps } from './row-sort'
import type { FleetSort, SortKey } from '@/domain/fleet/fleet-sort'
import { searchLine } from '@/domain/plant/plant-search'

type NumberOf = (row: number) => number
type TextOf = (row: number) => string

/** The column that a key sorts by; `line` is a line of the search text. */
type SortColumn =
  | { kind: 'text'; line: number }
  | { kind: 'coded'; column: CodedName }
  | { kind: 'instant'; column: InstantName }
  | { kind: 'number'; column: 'urgency' | 'failures' }
  /** The expiry of a certificate in use. */
  | { kind: 'certificate' }

const sortColumns: Record<SortKey, SortColumn> = {
  urgency: { kind: 'number', column: 'urgency' },
  name: { kind: 'text', line: 0 },
  serialNumber: { kind: 'text', line: 1 },
  type: { kind: 'coded', column: 'type' },
  status: { kind: 'coded', column: 'status' },
  lifecycle: { kind: 'coded', column: 'lifecycleStatus' },
  auth: { kind: 'coded', column: 'authMethod' },
  template: { kind: 'coded', column: 'template' },
  cert: { kind: 'certificate' },
  seen: { kind: 'instant', column: 'lastSeenAt' },
  failures: { kind: 'number', column: 'failures' },
  created: { kind: 'instant', column: 'createdAt' },
}

const [isChanged, isMoving] = [1, 2]

/**
 * The plants of the fleet in one order, kept while the fleet changes: rows that were written are taken out and put back
 * where they belong. Values that are missing or unreadable are last in both directions.
 */
export class FleetOrder {
  private rows: Uint32Array = new Uint32Array()
  /** Sort keys by row; Infinity is last. */
  private keys = new Float64Array()
  /** Rows that were written or removed, and those being put back in their places. */
  private changed: number[] = []
  private moving: number[] = []
  /** By row: `isChanged` and `isMoving`, for a set of many rows takes too long to ask. */
  private marks = new Uint8Array()
  /** Texts of the moving rows. */
  private texts: (string | undefined)[] = []
  private readonly columns: FleetColumns
  private readonly isDescending: boolean
  private readonly numberOf: NumberOf
  private readonly textOf?: TextOf
  private readonly ranks?: Ranks
  /** Returns what a row is sorted by, to compare it after the row was written. */
  readonly valueOf: (row: number) => string | number

  constructor(columns: FleetColumns, { key, isDescending }: FleetSort) {
    this.columns = columns
    this.isDescending = isDescending
    const by = sortColumns[key]
    if (by.kind === 'text') {
      const textOf: TextOf = (row) => columns.lineOf(row, by.line)
      this.textOf = textOf
      this.numberOf = (row) => prefixKey(textOf(row))
      this.valueOf = textOf
    } else if (by.kind === 'coded') {
      this.ranks = new Ranks(columns, by.column)
      this.numberOf = this.ranks.of
      this.valueOf = (row) => columns.coded[by.column].at(row)
    } else {
      this.numberOf = numberReader(columns, by)
      this.valueOf = this.numberOf
    }
    for (let row = 0; row < columns.end; row += 1) this.note(row)
  }

  /** Number of rows that are not in their place yet. */
  get pending(): number {
    return this.changed.length + this.moving.length
  }

  /** Notes that a row was written or removed. */
  note(row: number): void {
    if (row >= this.marks.length) this.marks = grown(this.marks, this.columns.alive.length)
    const mark = this.marks[row] ?? 0
    if ((mark & isChanged) !== 0) return
    this.marks[row] = mark | isChanged
    this.changed.push(row)
  }

  /** Returns all rows in order; those that are not in their place yet come last. */
  now(): Uint32Array {
    if (this.pending === 0) return this.rows
    const { alive } = this.columns
    const kept = this.inPlace(isChanged | isMoving)
    const all = new Uint32Array(kept.length + this.pending)
    all.set(kept)
    let count = kept.length
    const add = (row: number) => {
      if (alive[row] !== 1) return
      all[count] = row
      count += 1
    }
    for (const row of this.moving) add(row)
    for (const row of this.changed) if (((this.marks[row] ?? 0) & isMoving) === 0) add(row)
    return all.subarray(0, count)
  }

  /**
   * Puts all rows in their places, in short steps. Rows that change meanwhile wait for the next call; only one may
   * run at a time.
   */
  *settle(): Generator<void, void> {
    const { alive, end } = this.columns
    if (this.ranks?.renew() === true) for (const row of this.rows) this.note(row)
    this.moving = this.changed
    this.changed = []
    for (const row of this.moving) this.marks[row] = isMoving
    if (this.keys.length < end) this.keys = grown(this.keys, alive.length)
    let read = 0
    for (const row of this.moving) {
      this.keys[row] = this.keyOf(row)
      // A text that is written while rows are being sorted must not confuse the sorting.
      if (this.textOf) this.texts[row] = this.textOf(row)
      read += 1
      if (read % 4_096 === 0) yield
    }
    const sorted = yield* sortInSteps(Uint32Array.from(this.moving), this.compare)
    const arrived = sorted.filter((row) => this.columns.alive[row] === 1 && !this.isNoted(row))
    this.rows = mergeInto(this.inPlace(isChanged | isMoving), arrived, this.compare)
    for (const row of this.moving) this.marks[row] = (this.marks[row] ?? 0) & ~isMoving
    this.moving = []
    this.texts = []
  }

  private isNoted(row: number): boolean {
    return ((this.marks[row] ?? 0) & isChanged) !== 0
  }

  /** Returns the rows that have none of the marks, in order. */
  private inPlace(marks: number): Uint32Array {
    const { alive } = this.columns
    const kept = new Uint32Array(this.rows.length)
    let count = 0
    for (let place = 0; place < this.rows.length; place += 1) {
      const row = this.rows[place] ?? 0
      if (alive[row] !== 1 || ((this.marks[row] ?? 0) & marks) !== 0) continue
      kept[count] = row
      count += 1
    }
    return kept.subarray(0, count)
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

function numberReader(
  columns: FleetColumns,
  by: Exclude<SortColumn, { kind: 'text' | 'coded' }>,
): NumberOf {
  switch (by.kind) {
    case 'number':
      return (row) => columns[by.column][row] ?? Infinity
    case 'instant':
      return (row) => columns.instants[by.column][row] ?? Infinity
    case 'certificate': {
      const disuseAt = disuseReader(columns.coded)
      return (row) =>
        disuseAt(row) === undefined
          ? (columns.instants.certificateExpiresAt[row] ?? Infinity)
          : Infinity
    }
  }
}
