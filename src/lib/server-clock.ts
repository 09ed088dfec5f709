// The clock of the application is the server's `Date` header, or the device's when no header can be read.
import { secondMs } from './instants'
import { createListeners } from './listeners'

interface Bounds {
  minMs: number
  maxMs: number
}

/** `Date` headers have a resolution of one second. */
const resolutionMs = secondMs
/** Servers may send a `Date` computed a moment earlier, and clocks drift. */
const slackMs = secondMs
const earliestMs = Date.UTC(2020, 0, 1)
const latestMs = Date.UTC(2100, 0, 1)
/** A larger jump means that the computer slept or its clock was changed, so earlier measurements no longer count. */
const jumpMs = 5 * secondMs

/** Tolerance for the dates of other machines of the platform, and for a device's clock without a `Date` header. */
export const clockToleranceMs = 300 * secondMs

let aheadMs = 0
let isMeasured = false
let doubt: Bounds | undefined
let startedMs = monotonicStart()
const listeners = createListeners()

/** Returns the best estimate of the server's current time, in Unix ms. */
export function serverNow(): number {
  return Date.now() + aheadMs
}

/** Returns this device's current time in Unix ms: for intervals, and for comparing with React Query's timestamps. */
export function deviceNow(): number {
  return Date.now()
}

/** Returns the most by which a time that was converted to the server's clock may be off, in ms. */
export function clockErrorMs(): number {
  return isMeasured ? resolutionMs + slackMs : clockToleranceMs
}

/** Converts a time of the device's clock to the server's clock. */
export function toServerTime(deviceMs: number): number {
  return deviceMs + aheadMs
}

/** Returns the milliseconds by which the device's clock is ahead of the server's; negative when it is behind. */
export function deviceAheadMs(): number {
  return -aheadMs
}

/** Calls the listener when the difference between the clocks changes; returns the unsubscribe function. */
export function subscribeToServerClock(listener: () => void): () => void {
  return listeners.add(listener)
}

/** Updates the estimate from a `Date` header; one that disagrees counts only when the next one agrees with it. */
export function noteServerDate(date: string | null, sentMs: number, receivedMs: number): void {
  const dateMs = date === null ? Number.NaN : Date.parse(date)
  if (!(dateMs > earliestMs && dateMs < latestMs)) return
  const startMs = monotonicStart()
  if (Math.abs(startMs - startedMs) > jumpMs) isMeasured = false
  startedMs = startMs
  const bounds = {
    minMs: dateMs - receivedMs - slackMs,
    maxMs: dateMs + resolutionMs - sentMs + slackMs,
  }
  const isAgreed = bounds.minMs <= aheadMs && aheadMs <= bounds.maxMs
  const confirmed = doubt && overlapOf(bounds, doubt)
  doubt = isAgreed ? undefined : bounds
  const found = isMeasured ? confirmed : bounds
  isMeasured = true
  if (isAgreed || !found) return
  doubt = undefined
  aheadMs = Math.round((found.minMs + found.maxMs) / 2)
  listeners.notify()
}

function overlapOf(one: Bounds, other: Bounds): Bounds | undefined {
  const minMs = Math.max(one.minMs, other.minMs)
  const maxMs = Math.min(one.maxMs, other.maxMs)
  return minMs <= maxMs ? { minMs, maxMs } : undefined
}

/** Changes only when the device's clock is set or stops while the computer sleeps. */
function monotonicStart(): number {
  return Date.now() - performance.now()
}
