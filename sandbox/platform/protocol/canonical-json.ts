import canonicalize from 'canonicalize'
import { isSafeNumber, parse } from 'lossless-json'

/** Thrown for JSON that two parsers could read differently; the message names the place. */
export class AmbiguousJsonError extends Error {
  override readonly name = 'AmbiguousJsonError'
}

/** Returns the RFC 8785 text of a value (sorted keys, no whitespace, numbers as doubles), which is what gets signed. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('undefined has no JSON text')
  return text
}

/**
 * Parses JSON that is to be signed and executed. A repeated key, or a number that a double cannot represent, could mean
 * something else to a plant; half a surrogate pair has no canonical form.
 * @throws AmbiguousJsonError
 */
export function readUnambiguousJson(text: string): unknown {
  try {
    parse(text, null, { parseNumber: exactNumber, onDuplicateKey: refuseDuplicate })
    // The returned value is the platform's own reading, which keeps keys such as __proto__.
    const value: unknown = JSON.parse(text)
    canonicalJson(value)
    return value
  } catch (error) {
    if (error instanceof AmbiguousJsonError) throw error
    throw new AmbiguousJsonError(error instanceof Error ? error.message : 'Must be valid JSON')
  }
}

function exactNumber(text: string): number {
  if (isSafeNumber(text)) return Number(text)
  throw new AmbiguousJsonError(
    `The number ${text.slice(0, 40)} is too long to be represented exactly`,
  )
}

function refuseDuplicate({ key }: { key: string }): never {
  throw new AmbiguousJsonError(`The key "${key.slice(0, 40)}" is repeated`)
}
