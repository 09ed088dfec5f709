/** Returns the thrown value if it is a readable error, otherwise one that describes it. Never throws. */
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
