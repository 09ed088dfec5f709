/** Longer ids have no use, and addresses of several megabytes make requests fail. */
const maxSegmentLength = 1_000

/** Returns true for text that can be one segment of an address: `..` leads elsewhere, half a surrogate pair throws. */
export function isPathSegment(text: string): boolean {
  return text.length <= maxSegmentLength && !/^\.{0,2}$|\p{Surrogate}/u.test(text)
}
