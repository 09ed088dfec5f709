/** Timers that are cleared together with their owner. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>()

  /** Runs a function once after a time (ms); returns a function that cancels it. */
  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.#pending.delete(timer)
      run()
    }, ms)
    this.#pending.add(timer)
    return () => {
      clearTimeout(timer)
      this.#pending.delete(timer)
    }
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer)
    this.#pending.clear()
  }
}
