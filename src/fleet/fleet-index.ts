// The plants of the list that have been read. Outside React, because a pass over the list continues
// after the component that started it is gone.
import { FleetColumns } from './fleet-columns'
import type { FleetOrder } from './fleet-order'
import type { FleetState } from './fleet-state'
import { KeptOrders } from './kept-orders'
import { encodePlants } from './page-columns'
import type { EncodedPage } from './page-encoder'
import { hasUnseen, passMarks, restoreMarks, unseenSince } from './pass-marks'
import type { PassProgress } from './read-pass'
import { rowContent } from './row-content'
import {
  type RunningPass,
  copyOfPass,
  countConnection,
  countPage,
  countRow,
  isResumable,
  newPass,
} from './running-pass'
import { type SnapshotSteps, snapshotPages } from './snapshot-pages'
import type { Snapshot } from './stored-snapshot'
import type { Plant } from '@/api/plant-schemas'
import { completenessOf } from '@/domain/fleet/completeness'
import type { FleetSort } from '@/domain/fleet/fleet-sort'
import { currentOutage } from '@/domain/fleet/wide-outage'
import { isConnected } from '@/domain/status/connection-kind'
import { secondMs } from '@/lib/instants'
import { createListeners } from '@/lib/listeners'
import { deviceNow } from '@/lib/server-clock'

/** The state of an index that has read nothing. */
const nothing: FleetState = {
  version: 0,
  plants: 0,
  completeness: { kind: 'incomplete', gap: 'reading' },
  total: undefined,
  isFromSnapshot: false,
  isPassing: false,
  passesEnded: 0,
  isOverLimit: false,
  outage: undefined,
}

/** Room for plants that are created meanwhile, and the most that is made at once: a server may state any total. */
const [spareRows, maxReserved] = [1_000, 200_000]
/** Later contacts of plants that changed in nothing else wait for each other: all that rests on the fleet is found again. */
const contactsMs = 10 * secondMs

/** An index of the fleet. */
export class FleetIndex {
  columns = new FleetColumns()
  private readonly orders = new KeptOrders()
  private state = nothing
  private pass: RunningPass | undefined
  /** The latest pass that reached the end of the list. */
  private ended: RunningPass | undefined
  private passes = 0
  /** The pass that an earlier visit has stored. */
  private restored: RunningPass | undefined
  /** Number of plants that were changed or removed by other readings than those of a pass. */
  changes = 0
  private contacts: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = createListeners()

  readonly getState = (): FleetState => this.state

  readonly subscribe = this.listeners.add

  /** Starts a pass, or resumes one that was interrupted and started after `resumableSinceMs` (Unix ms, device's clock). */
  beginPass(resumableSinceMs: number): PassProgress {
    const { pass } = this
    if (pass && isResumable(pass, resumableSinceMs)) return pass.progress
    this.passes += 1
    this.pass = newPass(this.passes, deviceNow())
    // Its rows are those of an earlier visit now.
    if (pass !== undefined && pass === this.restored) this.change({ isFromSnapshot: true })
    return this.pass.progress
  }

  /** Adds a page that arrived at `atMs` (Unix ms, server's clock). Returns the number of plants new to this pass. */
  addPage(page: EncodedPage, atMs: number): number {
    const { pass } = this
    if (!pass) return 0
    const before = pass.plants
    this.orders.write(this.columns, page.columns, (row) => {
      const { seenInPass, connectedInPass, coded } = this.columns
      countRow(pass, seenInPass[row] ?? 0, this.ended)
      seenInPass[row] = pass.number
      // Not with what the index has: a plant's own page may have read meanwhile that it disconnected.
      const isNow = isConnected(coded.status.at(row))
      countConnection(pass, isNow, connectedInPass[row] === 1)
      connectedInPass[row] = Number(isNow)
    })
    if (pass.progress.done.has(1)) {
      // Not before the limit was checked. Columns that grow by steps end up a third too large.
      this.columns.reserve(Math.min((pass.firstTotal ?? 0) + spareRows, maxReserved))
    }
    countPage(pass, page, atMs)
    const total = page.meta.total ?? (this.ended ? this.state.total : null)
    // The result of the previous pass is kept until this one has its own.
    const completeness = this.ended ? this.state.completeness : completenessOf(pass)
    this.change({ total, completeness, isPassing: true, pageAtMs: atMs })
    return pass.plants - before
  }

  /**
   * Ends the pass. Plants not read since the previous pass began are gone; a single pass may have skipped them, or
   * read their page before they were created.
   */
  endPass(): void {
    const { pass, ended, columns } = this
    if (!pass) return
    pass.isEnded = true
    const sinceMs = ended?.sinceMs ?? 0
    for (let row = 0; row < columns.end; row += 1) {
      const isFound = columns.seenInPass[row] === pass.number
      const isReadSince = (columns.readAtMs[row] ?? 0) >= sinceMs
      // With a time: an older reading of the plant must not bring it back.
      if (columns.alive[row] === 1 && !isFound && !isReadSince) this.drop(row, pass.sinceMs)
    }
    const completeness = completenessOf(pass, ended)
    const total = pass.latestTotal ?? pass.firstTotal ?? null
    const { connected, stopped, connectedNow } = pass
    const latest = ended && { connected, stopped, fromMs: ended.sinceMs, toMs: pass.sinceMs }
    const outage = currentOutage(this.state.outage, latest, connectedNow)
    this.ended = pass
    this.pass = undefined
    const passesEnded = this.state.passesEnded + 1
    const over = { isFromSnapshot: false, isPassing: false, isOverLimit: false }
    this.change({ ...over, completeness, total, outage, passesEnded })
  }

  /** Returns the IDs of plants that were read before the latest pass, and that it did not find. */
  unconfirmed(): string[] {
    return this.ended ? unseenSince(this.columns, this.ended) : []
  }

  /** Gives up on a list that is too long. */
  exceedLimit(): void {
    this.pass = undefined
    this.change({ isPassing: false, isOverLimit: true })
  }

  /**
   * Adds or updates a plant from its own page, read at `atMs` (Unix ms, server's clock). The version stays the same when
   * only the reading is newer, and changes within 10 s when the last contact is, too.
   */
  put(plant: Plant, atMs: number): void {
    if (this.state.total === undefined) return
    const { columns } = this
    const page = encodePlants([plant], atMs)
    const row = columns.find(plant.id)
    const read = new FleetColumns()
    read.addPage(page)
    const isAlike = row !== -1 && rowContent(columns, row) === rowContent(read, 0)
    const { lastSeenAt } = columns.instants
    if (isAlike && Object.is(lastSeenAt[row], read.instants.lastSeenAt[0])) {
      columns.readAtMs[row] = Math.max(columns.readAtMs[row] ?? 0, atMs)
      return
    }
    if (!isAlike && (row === -1 || (columns.readAtMs[row] ?? 0) < atMs)) this.changes += 1
    this.orders.write(columns, page)
    if (isAlike) this.contacts ??= setTimeout(() => this.change({}), contactsMs)
    else this.change({})
  }

  /** Returns what to store of the fleet as it is now, a page for each step. */
  snapshot(): SnapshotSteps {
    const { columns, state } = this
    // A pass that is not the first would need the one before, too.
    const isFirst = this.ended === undefined && this.pass?.beganAtMs !== undefined
    const pass = this.pass && isFirst ? copyOfPass(this.pass) : undefined
    const pages = snapshotPages(columns, pass && passMarks(columns, pass.number))
    return { pages, total: state.total ?? null, outage: state.outage, pass }
  }

  /**
   * Adds what an earlier visit has stored, a page for each step; nothing after the first pass, whose data are newer. A
   * pass that started after `resumableSinceMs` (Unix ms, device's clock) is resumed.
   */
  *restore(
    { pages, total, outage, pass }: Snapshot,
    resumableSinceMs = Infinity,
  ): Generator<void, void> {
    if (this.state.total !== undefined) return
    const resumed = pass && isResumable(pass, resumableSinceMs) ? pass : undefined
    const { columns } = this
    columns.reserve(pages.reduce((sum, { rows }) => sum + rows, 0))
    for (const page of pages) {
      const first = columns.end
      columns.restorePage(page)
      if (resumed && page.marks) restoreMarks(columns, first, page.marks, resumed.number)
      yield
    }
    this.orders.clear()
    this.passes = resumed?.number ?? this.passes
    this.pass = resumed
    this.restored = resumed
    // Plants that the pass has not found are from an even earlier visit.
    const isFromSnapshot = resumed === undefined || hasUnseen(columns)
    this.change({ total, outage, isFromSnapshot, isPassing: resumed !== undefined })
  }

  /** Removes a plant that the server says is gone, at `atMs` (Unix ms, server's clock). */
  remove(plantId: string, atMs: number): void {
    const row = this.columns.find(plantId)
    if (row === -1) return this.columns.noteGone(plantId, atMs)
    this.changes += 1
    this.drop(row, atMs)
    const { total } = this.state
    // The list states another one only when it is read again.
    this.change(typeof total === 'number' ? { total: Math.max(total - 1, this.columns.size) } : {})
  }

  /** Forgets everything. */
  clear(): void {
    this.columns = new FleetColumns()
    this.orders.clear()
    this.pass = undefined
    this.ended = undefined
    this.restored = undefined
    this.state = { ...nothing, version: this.state.version }
    this.change({})
  }

  /** Returns the plants in an order, which is kept up to date from then on. */
  orderOf(sort: FleetSort): FleetOrder {
    return this.orders.of(this.columns, sort)
  }

  private drop(row: number, atMs?: number): void {
    this.orders.note(row)
    this.columns.remove(row, atMs)
  }

  private change(change: Partial<FleetState>): void {
    clearTimeout(this.contacts)
    this.contacts = undefined
    const { size } = this.columns
    this.state = { ...this.state, ...change, plants: size, version: this.state.version + 1 }
    this.listeners.notify()
  }
}
