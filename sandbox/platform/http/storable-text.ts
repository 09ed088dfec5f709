/**
 * Whether the database gives text back as it was: its driver cuts it at U+0000 and turns half a surrogate
 * pair into U+FFFD. Such text is refused at the border instead.
 */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text)
}

/** What a refusal says. */
export const notStorable = 'must not contain U+0000 or half a surrogate pair'
