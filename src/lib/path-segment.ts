/** Longer ids have no use, and an address of megabytes ends requests. */
const longestSegment = 1_000

/**
 * Returns true for text that can be one segment of an address. `..` would lead elsewhere, and half a surrogate
 * pair makes `encodeURIComponent` throw.
 */
export function isPathSegment(text: string): boolean {
  return text.length <= longestSegment && !/^\.{0,2}$|\p{Surrogate}/u.test(text)
}
