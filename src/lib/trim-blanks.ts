/** Blanks, and characters that nobody sees at the end of a text: soft hyphens, zero-width ones and bidi marks. */
const blank = /^[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u2800\u3164]$/

/** Removes what is not seen from both ends of a text, as it comes along when a name is copied from elsewhere. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && blank.test(text.charAt(start))) start += 1
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
