/**
 * Reasons to keep the page: something typed, shown once, or being sent would be lost with it. Outside React, because
 * the reload after a deploy asks.
 */
const holds = new Set<symbol>()

/** Holds the page until the returned function is called. */
export function holdPage(): () => void {
  const hold = Symbol('hold')
  holds.add(hold)
  return () => holds.delete(hold)
}

/** Returns true while something would be lost with the page. */
export const isPageHeld = (): boolean => holds.size > 0
