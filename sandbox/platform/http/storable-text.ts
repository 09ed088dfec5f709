/**
 * Returns true if the database returns the text unchanged: its driver truncates text at U+0000 and turns half a
 * surrogate pair into U+FFFD. Such text is refused at the border instead.
 */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text)
}

/** Error detail for text that cannot be stored. */
export const notStorable = 'Must not contain U+0000 or half a surrogate pair'
