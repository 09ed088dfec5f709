/**
 * Returns true when a reading shows the state after a moment, such as the end of an attempt. Both times are Unix ms of
 * the same clock. A reading that arrived in the same millisecond doesn't count: its request may have been sent before.
 */
export function isLaterReading(readAtMs: number, momentMs: number): boolean {
  return readAtMs > momentMs
}
