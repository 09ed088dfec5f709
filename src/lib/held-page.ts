/** Reasons not to reload the page: input, one-time secrets or pending requests that would be lost. */
const holds = new Set<symbol>()

/** Prevents reloads until the returned function is called. */
export function holdPage(): () => void {
  const hold = Symbol('hold')
  holds.add(hold)
  return () => holds.delete(hold)
}

/** Returns true while a reload would lose something. */
export const isPageHeld = (): boolean => holds.size > 0
