/** Longer ids have no use, and addresses of several megabytes make requests fail. */
const longestSegment = 1_000

/**
 * Returns true for text that can be one segment of an address. `..` would lead elsewhere, and half a surrogate pair
 * makes `encodeURIComponent` throw.
 */
export function isPathSegment(text: string): boolean {
  return text.length <= longestSegment && !/^\.{0,2}$|\p{Surrogate}/u.test(text)
}
