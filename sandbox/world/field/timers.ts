/** Timers that end together with what they belong to. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>()

  /** Runs something after a time (ms), once; gives a function that calls it off. */
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
