// While the server wants a pause, the list looks as if nothing happened; this says that it waits, and why.
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'

/** The reason for a pause, and its end (Unix ms, server's clock). */
interface ReadingPause {
  error: unknown
  untilMs: number
}

/** Shorter pauses would be over before they are read. */
const notableMs = 3_000

let pause: ReadingPause | undefined
const listeners = createListeners()
onPersonChange(endReadingPause)

/** Returns the pause, if reading waits now. */
export const readingPause = () => pause

/** Calls back when a pause begins or ends; returns a function that stops that. */
export const onReadingPause = listeners.add

/** Notes that reading waits after an error, from now (Unix ms, server's clock) for some milliseconds. */
export function beginReadingPause(error: unknown, nowMs: number, forMs: number): void {
  if (forMs < notableMs) return
  pause = { error, untilMs: Math.max(pause?.untilMs ?? 0, nowMs + forMs) }
  listeners.notify()
}

/** Notes that a page arrived at a time (Unix ms, server's clock): one that was requested before the pause doesn't end it. */
export function noteReading(nowMs: number): void {
  if (pause !== undefined && nowMs >= pause.untilMs) endReadingPause()
}

/** Notes that reading has ended. */
export function endReadingPause(): void {
  if (pause === undefined) return
  pause = undefined
  listeners.notify()
}
