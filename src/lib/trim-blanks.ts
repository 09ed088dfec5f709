/** Whitespace and invisible characters: soft hyphens, zero-width characters and bidi marks. */
const blank = /^[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u2800\u3164]$/

/** Removes invisible characters from both ends of a text, such as those that come along when a name is copied. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && blank.test(text.charAt(start))) start += 1
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
