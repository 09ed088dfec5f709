import type { FleetIndex } from './fleet-index'
import { type SnapshotPlace, saveSnapshot } from './snapshot-store'
import type { Snapshot } from './stored-snapshot'
import { minuteMs } from '@/lib/instants'
import { inSlices } from '@/lib/time-slices'

/** After a reload, at most this much is read again. Storing 100,000 plants takes a processor one or two seconds. */
const keptEveryMs = minuteMs

/** Stores the fleet for the next visit: when it was read, and as far as it was read while the first pass is running. */
export class SnapshotKeeper {
  /** One after the other, so that an older state never replaces a newer one. */
  private storing: Promise<void> = Promise.resolve()
  private keptAtMs = performance.now()
  private newPages = 0
  private readonly index: FleetIndex
  private readonly place: SnapshotPlace
  private readonly signal: AbortSignal

  /** Nothing is stored once the signal is aborted. */
  constructor(index: FleetIndex, place: SnapshotPlace, signal: AbortSignal) {
    this.index = index
    this.place = place
    this.signal = signal
  }

  /** Notes that a page was added, and stores the fleet from time to time. */
  onPage(): void {
    this.newPages += 1
    if (performance.now() - this.keptAtMs >= keptEveryMs) this.keepProgress()
  }

  /** Stores the fleet as far as it was read, when the first pass has read more since. */
  readonly keepProgress = (): void => {
    if (this.newPages > 0 && this.index.getState().passesEnded === 0) void this.keep()
  }

  /** Stores the fleet in a tab that is hidden, because it may be closed. Returns the function that ends it. */
  keepWhenHidden(): () => void {
    const onChange = () => {
      if (document.visibilityState === 'hidden') this.keepProgress()
    }
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }

  /** Stores the fleet. Resolves in any case: without a snapshot, the next visit reads the list again. */
  keep(): Promise<void> {
    this.newPages = 0
    this.keptAtMs = performance.now()
    this.storing = this.storing.then(() => this.store().catch(() => undefined))
    return this.storing
  }

  private async store(): Promise<void> {
    this.signal.throwIfAborted()
    const { pages: steps, ...rest } = this.index.snapshot()
    const pages: Snapshot['pages'] = []
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
