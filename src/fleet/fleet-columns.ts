// All plants of the fleet as columns on the page's thread, where they are searched, filtered and sorted.
import { SharedValues, grown } from './growing-columns'
import { IdTable, idHash } from './id-table'
import { MetadataFacets } from './metadata-facets'
import { type PageColumns, type SnapshotPage, codedNames, instantNames } from './page-columns'
import { prefixKey } from './prefix-key'
import { rowPlant } from './row-plant'
import { type Segment, idAt, lineAt, rowTexts, searchTextOf, textsOf } from './text-column'
import type { Plant } from '@/api/plant-schemas'
import { fromNames } from '@/lib/keyed-record'

const smallest = 1_024
const growth = 1.5
/** Plants kept as objects: some screens full. */
const maxLatest = 300

/** The columns of the fleet. A row number is never reused for another plant, which a list on screen would then show. */
export class FleetColumns {
  /** Row numbers in use are below `end`; `size` is the number of plants. */
  end = 0
  size = 0
  alive = new Uint8Array(smallest)
  failures = new Float32Array(smallest)
  urgency = new Float64Array(smallest)
  unreadable = new Uint32Array(smallest)
  /** Members that are unreadable in some row, now or earlier. */
  anyUnreadable = 0
  readAtMs = new Float64Array(smallest)
  idKeys = new Float64Array(smallest)
  /** The latest pass over the list that found the plant. */
  seenInPass = new Uint32Array(smallest)
  /** 1 for a plant that the latest pass found connected. */
  connectedInPass = new Uint8Array(smallest)
  readonly coded = fromNames(codedNames, () => new SharedValues(smallest))
  readonly instants = fromNames(instantNames, () => new Float64Array(smallest))
  readonly metadata = new MetadataFacets(smallest)
  readonly segments = new Set<Segment>()
  private segmentOf: (Segment | undefined)[] = []
  private placeOf = new Uint32Array(smallest)
  private readonly removedAtMs = new Map<string, number>()
  private readonly latestPlants = new Map<number, Plant>()
  private readonly ids = new IdTable((row) => this.idOf(row))

  /**
   * Adds or replaces the plants of a page. Rows read or removed after the page was requested don't change. `onWrite`
   * is called for each row before it is written, and what it returns afterwards.
   */
  addPage(page: PageColumns, onWrite?: (row: number, isNew: boolean) => () => void): void {
    const segment: Segment = {
      texts: textsOf(page),
      keyMarks: page.keyMarks,
      rows: new Uint32Array(page.rows),
      live: page.rows,
    }
    this.segments.add(segment)
    for (let place = 0; place < page.rows; place += 1) {
      const id = idAt(page, place)
      const known = this.ids.find(id)
      const readAtMs = page.readAtMs[place] ?? 0
      if (known === -1 && (this.removedAtMs.get(id) ?? -Infinity) >= readAtMs) {
        this.drop(segment)
        continue
      }
      const row = known === -1 ? this.newRow() : known
      const written = onWrite?.(row, known === -1)
      if (known !== -1 && (this.readAtMs[row] ?? 0) > readAtMs) {
        this.drop(segment)
        written?.()
        continue
      }
      this.release(row)
      this.segmentOf[row] = segment
      this.placeOf[row] = place
      segment.rows[place] = row + 1
      if (known === -1) {
        this.ids.add(idHash(id), row)
        this.idKeys[row] = prefixKey(id)
      }
      this.write(row, page, place)
      written?.()
    }
  }

  /** Adds a page of a snapshot to a fleet that has none of its plants. Column by column, which takes little time. */
  restorePage(page: SnapshotPage): void {
    const [first, rows] = [this.end, page.rows]
    this.reserve(first + rows)
    this.end += rows
    this.size += rows
    const texts = textsOf(page)
    const numbers = Uint32Array.from({ length: rows }, (_, place) => first + place + 1)
    const segment: Segment = { texts, keyMarks: page.keyMarks, rows: numbers, live: rows }
    this.segments.add(segment)
    for (let row = first, place = 0; place < rows; row += 1, place += 1) {
      this.segmentOf[row] = segment
      this.placeOf[row] = place
      this.ids.add(page.idHashes[place] ?? 0, row)
      this.anyUnreadable |= page.unreadable[place] ?? 0
    }
    this.alive.fill(1, first, this.end)
    for (const name of ['failures', 'urgency', 'unreadable', 'readAtMs', 'idKeys'] as const) {
      this[name].set(page[name], first)
    }
    for (const name of codedNames) this.coded[name].setAll(first, page.coded[name])
    for (const name of instantNames) this.instants[name].set(page.instants[name], first)
    this.metadata.setAll(first, page.metadata, page.keyMarks)
    for (const id of this.removedAtMs.keys()) this.remove(this.find(id))
  }

  /** Makes room for this number of rows at once. */
  reserve(rows: number): void {
    if (rows <= this.alive.length) return
    this.grow(Math.max(rows, Math.ceil(this.alive.length * growth)))
    this.ids.reserve(rows)
  }

  /** Returns the row number of a plant, or -1. */
  find(id: string): number {
    return this.ids.find(id)
  }

  /** Removes a plant; with a time (Unix ms, server's clock), pages that were requested before don't bring it back. */
  remove(row: number, atMs?: number): void {
    if (this.alive[row] !== 1) return
    const id = this.idOf(row)
    if (atMs !== undefined) this.removedAtMs.set(id, atMs)
    this.ids.remove(id)
    this.release(row)
    this.segmentOf[row] = undefined
    this.alive[row] = 0
    this.size -= 1
  }

  /** Keeps snapshots, and pages that were requested before a time, from bringing a plant; see `remove`. */
  noteGone(id: string, atMs: number): void {
    this.removedAtMs.set(id, atMs)
  }

  /** Returns the ID of the plant in a row. */
  idOf(row: number): string {
    const segment = this.segmentOf[row]
    return segment ? idAt(segment.texts, this.placeOf[row] ?? 0) : ''
  }

  /** Orders two rows by ID, as text. */
  compareIds(a: number, b: number): number {
    const [one = 0, other = 0] = [this.idKeys[a], this.idKeys[b]]
    if (one !== other) return one < other ? -1 : 1
    return this.idOf(a) < this.idOf(b) ? -1 : 1
  }

  /** Returns a line of the text in which a search looks. */
  lineOf(row: number, line: number): string {
    const segment = this.segmentOf[row]
    return segment ? lineAt(segment.texts, this.placeOf[row] ?? 0, line) : ''
  }

  /** Returns the texts of the rows that were read together with a row, and the row's place among them. */
  textsOf(row: number): (Pick<Segment, 'texts' | 'keyMarks'> & { place: number }) | undefined {
    const segment = this.segmentOf[row]
    return segment && { ...segment, place: this.placeOf[row] ?? 0 }
  }

  /** Returns the text in which a search looks for the plant in a row. */
  searchTextOf(row: number): string {
    const segment = this.segmentOf[row]
    return segment ? searchTextOf(segment.texts, this.placeOf[row] ?? 0) : ''
  }

  /**
   * Returns the plant in a row with the members that columns hold: without metadata, and of its template the name. Until
   * it is read again, a plant that was asked for lately is the same object, so that its row need not be drawn again.
   */
  plantAt(row: number): Plant {
    const known = this.latestPlants.get(row)
    if (known) return known
    if (this.latestPlants.size >= maxLatest) this.latestPlants.clear()
    const segment = this.segmentOf[row]
    const plant = rowPlant(this, row, segment && rowTexts(segment.texts, this.placeOf[row] ?? 0))
    this.latestPlants.set(row, plant)
    return plant
  }

  /** Returns a read-only copy that doesn't change with the fleet; texts are shared. */
  frozen(): Pick<FleetColumns, 'plantAt' | 'readAtMs'> {
    const copy = new FleetColumns()
    copy.segmentOf = [...this.segmentOf]
    copy.placeOf = this.placeOf.slice()
    copy.failures = this.failures.slice()
    copy.unreadable = this.unreadable.slice()
    copy.readAtMs = this.readAtMs.slice()
    for (const name of codedNames) copy.coded[name] = this.coded[name].copy()
    for (const name of instantNames) copy.instants[name] = this.instants[name].slice()
    return copy
  }

  private write(row: number, page: PageColumns, place: number): void {
    for (const name of codedNames) {
      const { values, codes } = page.coded[name]
      this.coded[name].set(row, values[codes[place] ?? 0] ?? '')
    }
    for (const name of instantNames) this.instants[name][row] = page.instants[name][place] ?? 0
    this.failures[row] = page.failures[place] ?? 0
    this.urgency[row] = page.urgency[place] ?? 0
    this.unreadable[row] = page.unreadable[place] ?? 0
    this.anyUnreadable |= page.unreadable[place] ?? 0
    this.readAtMs[row] = page.readAtMs[place] ?? 0
    this.metadata.set(row, page.metadata, place)
  }

  private newRow(): number {
    const row = this.end
    this.end += 1
    this.reserve(this.end)
    this.alive[row] = 1
    this.seenInPass[row] = 0
    this.connectedInPass[row] = 0
    this.size += 1
    return row
  }

  /** Removes a row from the segment with its texts; a segment without rows is dropped. */
  private release(row: number): void {
    this.latestPlants.delete(row)
    const segment = this.segmentOf[row]
    if (!segment) return
    segment.rows[this.placeOf[row] ?? 0] = 0
    this.drop(segment)
  }

  private drop(segment: Segment): void {
    segment.live -= 1
    if (segment.live === 0) this.segments.delete(segment)
  }

  private grow(rows: number): void {
    this.alive = grown(this.alive, rows)
    this.connectedInPass = grown(this.connectedInPass, rows)
    this.failures = grown(this.failures, rows)
    this.urgency = grown(this.urgency, rows)
    this.unreadable = grown(this.unreadable, rows)
    this.readAtMs = grown(this.readAtMs, rows)
    this.seenInPass = grown(this.seenInPass, rows)
    this.placeOf = grown(this.placeOf, rows)
    this.idKeys = grown(this.idKeys, rows)
    for (const name of codedNames) this.coded[name].grow(rows)
    for (const name of instantNames) this.instants[name] = grown(this.instants[name], rows)
    this.metadata.grow(rows)
  }
}
