import { OAuthError } from './oauth-error'
import { minuteMs } from '@/lib/instants'

/** Number of failed attempts after which a user name at an address, or the whole address, has to wait. */
export interface SignInLimitOptions {
  failures: number
  failuresOfAddress: number
  windowMs: number
}

interface Attempts {
  failed: number
  inProgress: number
  until: number
}

interface Sender {
  /** Undefined for an attempt that isn't a user's. */
  username?: string
  /** Network address. */
  address: string
}

/**
 * Counts failed sign-ins per user name and address, and per address. By name alone, anyone could lock out a colleague;
 * the limit of an address stops one password from being tried on many names, and is higher because people share
 * addresses. Sign-ins that succeed don't count, however many there are.
 */
export class SignInLimit {
  private readonly attempts = new Map<string, Attempts>()
  private readonly options: SignInLimitOptions

  constructor(options: Partial<SignInLimitOptions> = {}) {
    this.options = { failures: 10, failuresOfAddress: 30, windowMs: minuteMs, ...options }
  }

  /**
   * Checks credentials; an error of the check is a failed attempt. Attempts in progress count towards the limits, so that
   * parallel guesses cannot exceed them.
   * @throws OAuthError 429 with Retry-After while the name or the address has to wait
   */
  async attempt<Result>(
    { username, address }: Sender,
    nowMs: number,
    check: () => Promise<Result>,
  ): Promise<Result> {
    const { failures, failuresOfAddress } = this.options
    const ofAddress = this.current(address, nowMs)
    // Before the name is remembered: an address that has to wait must not fill the memory with names.
    refuse(ofAddress, failuresOfAddress, nowMs)
    const ofName = username === undefined ? null : this.current(`${address}\n${username}`, nowMs)
    if (ofName) refuse(ofName, failures, nowMs)
    const entries = ofName ? [ofAddress, ofName] : [ofAddress]
    for (const entry of entries) entry.inProgress += 1
    try {
      const result = await check()
      if (ofName) ofName.failed = 0
      return result
    } catch (error) {
      for (const entry of entries) entry.failed += 1
      throw error
    } finally {
      for (const entry of entries) entry.inProgress -= 1
    }
  }

  private current(key: string, nowMs: number): Attempts {
    const known = this.attempts.get(key)
    if (known && known.until > nowMs) return known
    if (this.attempts.size > 10_000) this.forgetOld(nowMs)
    const entry = { failed: 0, inProgress: 0, until: nowMs + this.options.windowMs }
    this.attempts.set(key, entry)
    return entry
  }

  private forgetOld(nowMs: number): void {
    for (const [key, { until }] of this.attempts) if (until <= nowMs) this.attempts.delete(key)
  }
}

function refuse({ failed, inProgress, until }: Attempts, limit: number, nowMs: number): void {
  if (failed + inProgress < limit) return
  const seconds = failed < limit ? 1 : Math.ceil((until - nowMs) / 1000)
  const description =
    failed < limit
      ? 'Too many sign-ins at once. Try again in a moment.'
      : `Too many failed sign-ins. Try again in ${seconds} s.`
  throw new OAuthError('temporarily_unavailable', description, 429, {
    'retry-after': String(seconds),
  })
}
