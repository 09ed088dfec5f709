import type { FleetIndex } from './fleet-index'
import type { SnapshotPage } from './page-columns'
import { type SnapshotPlace, forgetPass, removeSnapshots, saveSnapshot } from './snapshot-store'
import { minuteMs, secondMs } from '@/lib/instants'
import { inSlices } from '@/lib/time-slices'

/** After a reload, about this much is read again. Storing 100,000 plants takes a processor one or two seconds. */
const keptEveryMs = minuteMs
/** Time between two stores, so that a tab that is hidden again and again, or an API that fails, doesn't cause many. */
export const restMs = 10 * secondMs

/** Stores the fleet of a user for the next visit: after each reading, and during the first one as far as it got. */
export class SnapshotKeeper {
  /** One after the other, so that an older state never replaces a newer one. */
  private turns: Promise<void> = Promise.resolve()
  private waiting = 0
  /** Time of the first page, then of the latest store, ms of the page's own clock. */
  private keptAtMs: number | undefined
  private newPages = 0
  private changes: number
  /** True while there may be a stored pass, of this visit or an earlier one. */
  private mayResume = true
  private readonly index: FleetIndex
  private readonly place: SnapshotPlace
  private readonly signal: AbortSignal

  /** Nothing is stored once the signal is aborted. */
  constructor(index: FleetIndex, place: SnapshotPlace, signal: AbortSignal) {
    this.index = index
    this.place = place
    this.signal = signal
    this.changes = index.changes
    document.addEventListener('visibilitychange', this.onVisibility, { signal })
    signal.addEventListener('abort', index.subscribe(this.onIndexChange))
  }

  /** Notes that a page was added, and stores the fleet from time to time. */
  onPage(): void {
    this.newPages += 1
    this.keptAtMs ??= performance.now()
    this.keepProgress(keptEveryMs)
  }

  /** Stores the fleet as far as it was read, when the first pass has read more, and not within `afterMs` of the last time. */
  keepProgress(afterMs = 0): void {
    const isNew = this.newPages > 0 && this.index.getState().passesEnded === 0
    const isDue = performance.now() - (this.keptAtMs ?? Infinity) >= afterMs
    if (isNew && isDue && this.waiting === 0) void this.keep()
  }

  /** Stores the fleet. Resolves in any case: without a snapshot, the next visit reads the list again. */
  keep(): Promise<void> {
    this.newPages = 0
    this.keptAtMs = performance.now()
    return this.inTurn(() => this.store())
  }

  /** Removes what is stored. */
  drop(): Promise<void> {
    return this.inTurn(() => removeSnapshots(this.place))
  }

  /** It may be closed next. */
  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.keepProgress(restMs)
  }

  /**
   * What a user has changed in a plant, or deleted, must not come back as a row that the stored pass has read: the next
   * visit then reads all plants again.
   */
  private readonly onIndexChange = (): void => {
    if (this.changes === this.index.changes) return
    this.changes = this.index.changes
    if (!this.mayResume) return
    this.mayResume = false
    void this.inTurn(() => forgetPass(this.place))
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    this.waiting += 1
    this.turns = this.turns.then(() => {
      this.signal.throwIfAborted()
      return work()
    })
    this.turns = this.turns.catch(() => undefined)
    await this.turns
    this.waiting -= 1
  }

  private async store(): Promise<void> {
    const { pages: steps, ...rest } = this.index.snapshot()
    const pages: SnapshotPage[] = []
    this.mayResume = rest.pass !== undefined
    await inSlices(
      (function* collect() {
        for (const page of steps) {
          pages.push(page)
          yield
        }
      })(),
      this.signal,
    )
    await saveSnapshot(this.place, { pages, ...rest })
  }
}
