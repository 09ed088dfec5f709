/** How many wrong passwords are taken before a user name at an address has to wait. */
export interface SignInLimitOptions {
  failures: number
  windowMs: number
}

/**
 * Counts failed sign-ins per user name and address. The name alone would let anybody lock a colleague out;
 * the address alone would let one office lock itself out.
 */
export class SignInLimit {
  private readonly failures = new Map<string, { count: number; until: number }>()
  private readonly options: SignInLimitOptions

  constructor(options: SignInLimitOptions = { failures: 10, windowMs: 60_000 }) {
    this.options = options
  }

  /** Seconds to wait before the next try; 0 when it may be made. */
  waitSeconds(key: string, nowMs: number): number {
    const entry = this.failures.get(key)
    if (!entry || entry.until <= nowMs || entry.count < this.options.failures) return 0
    return Math.ceil((entry.until - nowMs) / 1000)
  }

  fail(key: string, nowMs: number): void {
    if (this.failures.size > 10_000) this.forgetOld(nowMs)
    const entry = this.failures.get(key)
    const count = entry && entry.until > nowMs ? entry.count + 1 : 1
    this.failures.set(key, { count, until: nowMs + this.options.windowMs })
  }

  succeed(key: string): void {
    this.failures.delete(key)
  }

  private forgetOld(nowMs: number): void {
    for (const [key, { until }] of this.failures) if (until <= nowMs) this.failures.delete(key)
  }
}
