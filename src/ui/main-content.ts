/** The `id` of the page's main element, which the skip link leads to. */
export const mainContentId = 'content'

/** A dialog that closes gives the focus back a moment later; that goes first. */
const patienceMs = 100

/**
 * Moves the focus to the main content when the element that had it is gone a moment later, as after a dialog that was
 * opened from another one. Returns a function that calls it off.
 */
export function focusMainIfLost(): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement !== document.body) return
    document.getElementById(mainContentId)?.focus({ preventScroll: true })
  }, patienceMs)
  return () => clearTimeout(timer)
}
