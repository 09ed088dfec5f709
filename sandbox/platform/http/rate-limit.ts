export interface RateLimitOptions {
  requests: number
  windowMs: number
}

/** Counts requests per key in fixed windows; generous, to stop runaway loops rather than people. */
export class RateLimit {
  private readonly windows = new Map<string, { count: number; endsAt: number }>()
  private readonly options: RateLimitOptions

  constructor(options: RateLimitOptions = { requests: 3_000, windowMs: 10_000 }) {
    this.options = options
  }

  /** Counts a request; returns the seconds to wait if it exceeds the limit, otherwise 0. */
  take(key: string, nowMs: number): number {
    const window = this.windows.get(key)
    if (!window || window.endsAt <= nowMs) {
      if (this.windows.size > 10_000) this.windows.clear()
      this.windows.set(key, { count: 1, endsAt: nowMs + this.options.windowMs })
      return 0
    }
    window.count += 1
    if (window.count <= this.options.requests) return 0
    return Math.max(1, Math.ceil((window.endsAt - nowMs) / 1000))
  }
}
