/**
 * Returns the thrown value itself if it is an error with a readable name and message, otherwise a new error that
 * describes it. Anything can be thrown, even an object that throws on every access; this function never throws.
 */
export function toError(thrown: unknown): Error {
  try {
    return isReadableError(thrown) ? thrown : new Error(String(thrown))
  } catch {
    return new Error('An unreadable value was thrown.')
  }
}

function isReadableError(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error)) return false
  const { name, message }: Record<'name' | 'message', unknown> = thrown
  return typeof name === 'string' && typeof message === 'string'
}
