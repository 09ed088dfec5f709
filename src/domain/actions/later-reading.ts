/** Returns true for a later reading (Unix ms). One of the same millisecond may have been requested before. */
export function isLaterReading(readAtMs: number, momentMs: number): boolean {
  return readAtMs > momentMs
}
