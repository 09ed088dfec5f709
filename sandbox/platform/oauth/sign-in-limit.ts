import { minuteMs } from '@/lib/instants'

/** Number of wrong passwords after which a user name at an address has to wait. */
export interface SignInLimitOptions {
  failures: number
  windowMs: number
}

/**
 * Counts failed sign-ins per user name and address. By name alone, anyone could lock out a colleague; by address alone,
 * an admin could lock itself out.
 */
export class SignInLimit {
  private readonly failures = new Map<string, { count: number; until: number }>()
  private readonly options: SignInLimitOptions

  constructor(options: SignInLimitOptions = { failures: 10, windowMs: minuteMs }) {
    this.options = options
  }

  /** Returns the seconds to wait before the next attempt, or 0 if none. */
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
