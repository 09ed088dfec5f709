import { OAuthError } from './oauth-error'
import { minuteMs } from '@/lib/instants'

/** Number of failed attempts after which a user name at an address, or the whole address, has to wait. */
export interface SignInLimitOptions {
  failures: number
  failuresOfAddress: number
  windowMs: number
}

interface Failures {
  count: number
  until: number
}

/**
 * Counts failed sign-ins per user name and address, and per address. By name alone, anyone could lock out a colleague;
 * the limit of an address stops one password from being tried on many names, and is higher because people share
 * addresses. Sign-ins that succeed don't count, however many there are.
 */
export class SignInLimit {
  private readonly failures = new Map<string, Failures>()
  private readonly options: SignInLimitOptions

  constructor(options: Partial<SignInLimitOptions> = {}) {
    this.options = { failures: 10, failuresOfAddress: 30, windowMs: minuteMs, ...options }
  }

  /**
   * Counts an attempt as failed until the returned function is called, so that parallel guesses cannot exceed a limit.
   * @throws OAuthError 429 with Retry-After while the name or the address has to wait
   */
  attempt({ username, address }: { username?: string; address: string }, nowMs: number) {
    const { failures, failuresOfAddress } = this.options
    const ofAddress = this.current(address, nowMs)
    const ofName = username === undefined ? null : this.current(`${address}\n${username}`, nowMs)
    refuse(ofAddress, failuresOfAddress, nowMs)
    if (ofName) refuse(ofName, failures, nowMs)
    for (const entry of [ofAddress, ofName]) if (entry) entry.count += 1
    return () => {
      ofAddress.count -= 1
      if (ofName) ofName.count = 0
    }
  }

  private current(key: string, nowMs: number): Failures {
    const known = this.failures.get(key)
    if (known && known.until > nowMs) return known
    if (this.failures.size > 10_000) this.forgetOld(nowMs)
    const entry = { count: 0, until: nowMs + this.options.windowMs }
    this.failures.set(key, entry)
    return entry
  }

  private forgetOld(nowMs: number): void {
    for (const [key, { until }] of this.failures) if (until <= nowMs) this.failures.delete(key)
  }
}

function refuse({ count, until }: Failures, limit: number, nowMs: number): void {
  if (count < limit) return
  const seconds = Math.ceil((until - nowMs) / 1000)
  throw new OAuthError(
    'temporarily_unavailable',
    `Too many failed sign-ins. Try again in ${seconds} s.`,
    429,
    { 'retry-after': String(seconds) },
  )
}
