import canonicalize from 'canonicalize'
import { isSafeNumber, parse } from 'lossless-json'

/** JSON that two readers could understand differently; the message says where. */
export class AmbiguousJsonError extends Error {
  override readonly name = 'AmbiguousJsonError'
}

/** RFC 8785: keys sorted, no blanks, numbers as a double is written. What is signed is this text. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('there is no JSON for undefined')
  return text
}

/**
 * Reads JSON that is to be signed and carried out. A key that is there twice, or a number that a double
 * cannot hold, would mean one thing here and another in a plant; half a surrogate pair has no canonical form.
 * @throws AmbiguousJsonError
 */
export function readUnambiguousJson(text: string): unknown {
  try {
    parse(text, null, { parseNumber: exactNumber, onDuplicateKey: refuseDuplicate })
    // The value itself is the platform's own reading, which keeps a key such as __proto__.
    const value: unknown = JSON.parse(text)
    canonicalJson(value)
    return value
  } catch (error) {
    if (error instanceof AmbiguousJsonError) throw error
    throw new AmbiguousJsonError(error instanceof Error ? error.message : 'is not JSON')
  }
}

function exactNumber(text: string): number {
  if (isSafeNumber(text)) return Number(text)
  throw new AmbiguousJsonError(`the number ${text.slice(0, 40)} is too long to be carried exactly`)
}

function refuseDuplicate({ key }: { key: string }): never {
  throw new AmbiguousJsonError(`the key "${key.slice(0, 40)}" is there twice`)
}
