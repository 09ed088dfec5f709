/** Confirmations of what can't be undone and is executed at once: they expire, and can't be answered unread. */
import { secondMs } from '@/lib/instants'

/** Our own limit: what a confirmation shows may have changed after this time. */
const confirmedForMs = 30 * secondMs

/** A second Enter of the same movement comes earlier, before anyone has read the confirmation, ms. */
export const minShownMs = 700

/** Text for an expired confirmation. */
export const expiredText = `This confirmation has expired after ${confirmedForMs / secondMs} s. Check again to continue.`

/** Returns the end of a confirmation that was asked for at a time (Unix ms): nothing is sent later. */
export function confirmedUntilMs(askedAtMs: number): number {
  return askedAtMs + confirmedForMs
}

/** Returns the remaining milliseconds of a confirmation; undefined once it has expired. Both times use the same clock. */
export function confirmationLeftMs(askedAtMs: number, nowMs: number): number | undefined {
  const leftMs = confirmedUntilMs(askedAtMs) - nowMs
  return leftMs < 0 ? undefined : leftMs
}

interface TimedConfirmation {
  /** Unix ms, same clock as the time of judging. */
  askedAtMs: number
  /** True once everything that it shows has been read since. */
  isRead: boolean
  /** True once it has been shown for `minShownMs`. */
  isShownLong: boolean
}

/** Returns the reason why a confirmation can't be given at a time; null when it can. `obstacle` is any other reason. */
export function timedObstacleAt(
  { askedAtMs, isRead, isShownLong }: TimedConfirmation,
  obstacle: string | null,
  atMs: number,
): string | null {
  if (confirmationLeftMs(askedAtMs, atMs) === undefined) {
    return expiredText
  }
  if (obstacle !== null) return obstacle
  return isRead && isShownLong ? null : 'Loading the latest state.'
}
