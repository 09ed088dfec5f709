const prefixLength = 7
/** Characters beyond ASCII share the highest digit, after which a number can't tell texts apart. */
const highest = 127

/**
 * Returns a number that sorts like the first seven characters of a text; texts with the same number must be compared
 * whole. An empty text is Infinity.
 */
export function prefixKey(text: string): number {
  if (text === '') return Infinity
  let key = 0
  let isOver = false
  for (let at = 0; at < prefixLength; at += 1) {
    const code: number = isOver || at >= text.length ? 0 : Math.min(text.charCodeAt(at), highest)
    isOver ||= code === highest
    key = key * 128 + code
  }
  return key
}
