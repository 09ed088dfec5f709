/** How long a plant still takes commands signed with the secret that it had before, ms. */
const graceMs = 60 * 60_000

/** The secret that a plant signs with, and the one it had before a rotation. */
export class HmacSecrets {
  #current: string
  #former: { secret: string; untilMs: number } | null = null

  constructor(secret: string) {
    this.#current = secret
  }

  get current(): string {
    return this.#current
  }

  /** Takes a new secret (now: Unix ms); the former one is good for checking signatures for an hour. */
  rotate(secret: string, nowMs: number): void {
    if (secret === this.#current) return
    this.#former = { secret: this.#current, untilMs: nowMs + graceMs }
    this.#current = secret
  }

  /** Takes the secret of a new package; the former one was revoked with its package. */
  replace(secret: string): void {
    this.#current = secret
    this.#former = null
  }

  /** Those that a command may be signed with at a time (Unix ms). */
  accepted(nowMs: number): string[] {
    const { secret, untilMs } = this.#former ?? { secret: '', untilMs: 0 }
    return nowMs < untilMs ? [this.#current, secret] : [this.#current]
  }
}
