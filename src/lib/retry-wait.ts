import { secondMs } from './instants'

/** Returns the words for a wait before the next attempt, rounded up to whole seconds; null when it is over. */
export function retryWaitWords(leftMs: number): string | null {
  return leftMs > 0 ? `Try again in ${Math.ceil(leftMs / secondMs)} s.` : null
}
