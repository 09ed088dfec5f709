import { hourMs } from '@/lib/instants'

/** Grace period (ms) in which a plant accepts commands signed with its previous secret. */
const graceMs = hourMs

/** Current secret of a plant and, after a rotation, its previous one. */
export class HmacSecrets {
  #current: string
  #previous: { secret: string; untilMs: number } | null = null

  constructor(secret: string) {
    this.#current = secret
  }

  get current(): string {
    return this.#current
  }

  /** Installs a rotated secret (now: Unix ms); the previous one stays valid for checking signatures for an hour. */
  rotate(secret: string, nowMs: number): void {
    if (secret === this.#current) return
    this.#previous = { secret: this.#current, untilMs: nowMs + graceMs }
    this.#current = secret
  }

  /** Installs the secret of a new package; the previous secret was revoked with its package. */
  replace(secret: string): void {
    this.#current = secret
    this.#previous = null
  }

  accepted(nowMs: number): string[] {
    const { secret, untilMs } = this.#previous ?? { secret: '', untilMs: 0 }
    return nowMs < untilMs ? [this.#current, secret] : [this.#current]
  }
}
