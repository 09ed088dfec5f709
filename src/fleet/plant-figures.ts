// A few figures of each plant, kept outside the query cache, in which the whole responses would fill the memory.
import { createListeners } from '@/lib/listeners'

/** Figures of a plant, and the time of their reading, Unix ms, server's clock. */
interface ReadFigures<Figures> {
  figures: Figures
  readAtMs: number
}

/** The figures of one kind that were read. */
export class PlantFigures<Figures> {
  private readonly read = new Map<string, ReadFigures<Figures>>()
  private readonly failures = new Map<string, number>()
  private version = 0
  private readonly listeners = createListeners()

  /** Changes with every change of the figures. */
  readonly getVersion = (): number => this.version

  readonly subscribe = this.listeners.add

  get size(): number {
    return this.read.size
  }

  /** Number of plants whose latest reading failed. */
  get failed(): number {
    return this.failures.size
  }

  /** Number of plants that were read or whose reading failed. */
  get tried(): number {
    let tried = this.read.size
    for (const plantId of this.failures.keys()) if (!this.read.has(plantId)) tried += 1
    return tried
  }

  /** Time of the oldest reading; undefined without any. */
  get oldestReadAtMs(): number | undefined {
    let oldestMs = Infinity
    for (const { readAtMs } of this.read.values()) oldestMs = Math.min(oldestMs, readAtMs)
    return oldestMs === Infinity ? undefined : oldestMs
  }

  of(plantId: string): ReadFigures<Figures> | undefined {
    return this.read.get(plantId)
  }

  /** Returns the time at which the latest reading of a plant failed; undefined when it didn't. */
  failedAtMs(plantId: string): number | undefined {
    return this.failures.get(plantId)
  }

  all(): IterableIterator<[string, ReadFigures<Figures>]> {
    return this.read.entries()
  }

  put(plantId: string, figures: Figures, readAtMs: number): void {
    this.failures.delete(plantId)
    this.read.set(plantId, { figures, readAtMs })
    this.change()
  }

  /** Notes a failed reading; the figures of an earlier one are kept. */
  fail(plantId: string, atMs: number): void {
    this.failures.set(plantId, atMs)
    this.change()
  }

  forget(plantId: string): void {
    const isKnown = this.read.delete(plantId)
    if (this.failures.delete(plantId) || isKnown) this.change()
  }

  /** Forgets all plants but these. */
  keepOnly(plantIds: ReadonlySet<string>): void {
    for (const plantId of [...this.read.keys(), ...this.failures.keys()]) {
      if (!plantIds.has(plantId)) this.forget(plantId)
    }
  }

  clear(): void {
    this.keepOnly(new Set())
  }

  private change(): void {
    this.version += 1
    this.listeners.notify()
  }
}
