/**
 * The clock of the whole product: the server's, as the `Date` headers of its answers tell it. Certificates expire and
 * plants were last seen by that clock, whatever this device believes. Where no header can be read (an API on another
 * origin that does not expose it), the device's clock counts.
 */
import { secondMs } from './instants'

/** How far the server's clock is ahead of the device's, at least and at most. */
interface Bounds {
  minMs: number
  maxMs: number
}

/** `Date` has whole seconds. */
const resolutionMs = secondMs
/** Servers write a `Date` that they made a moment ago, and clocks drift. */
const slackMs = secondMs
const earliestMs = Date.UTC(2020, 0, 1)
const latestMs = Date.UTC(2100, 0, 1)
/** A sleeping computer, or a clock that was set: what was measured before no longer counts. */
const jumpMs = 5 * secondMs

/**
 * How far the clock of a server and the dates that it hands out may be apart. Ours: a platform is more than one
 * machine, and without a `Date` header the device's clock is all there is.
 */
export const clockToleranceMs = 300 * secondMs

let aheadMs = 0
let isMeasured = false
let doubt: Bounds | undefined
let startedMs = monotonicStart()
const listeners = new Set<() => void>()

/** Unix ms by the server's clock, as far as it is known. */
export function serverNow(): number {
  return Date.now() + aheadMs
}

/** Unix ms by this device's clock: for intervals, and for the order of readings, which React Query stamps with it. */
export function deviceNow(): number {
  return Date.now()
}

/** Translates a moment of the device's clock into the server's. */
export function toServerTime(deviceMs: number): number {
  return deviceMs + aheadMs
}

/** Milliseconds that the device's clock is ahead of the server's; negative when it is behind. */
export function deviceAheadMs(): number {
  return -aheadMs
}

/** Calls back when the difference between the clocks changes; returns how to stop. */
export function subscribeToServerClock(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Learns from the `Date` header of an answer and the device's times (Unix ms) between which it was made. An estimate
 * stays as long as answers agree with it, so slow answers, which agree with a lot, never spoil what a fast one told.
 * One that disagrees may be old or come from a machine of its own; it counts when the next one agrees with it.
 */
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
  for (const listener of listeners) listener()
}

function overlapOf(one: Bounds, other: Bounds): Bounds | undefined {
  const minMs = Math.max(one.minMs, other.minMs)
  const maxMs = Math.min(one.maxMs, other.maxMs)
  return minMs <= maxMs ? { minMs, maxMs } : undefined
}

/** Moves only when the device's clock is set, or stops while the computer sleeps. */
function monotonicStart(): number {
  return Date.now() - performance.now()
}
