/** The `id` of the page's main element, which the skip link leads to. */
export const mainContentId = 'content'

/** A closing dialog returns the focus after a moment; this delay lets it go first. */
const patienceMs = 100

/**
 * Moves the focus to the main content when the focused element has been removed a moment later, for example after a
 * dialog that was opened from another one. Returns a function that cancels it.
 */
export function focusMainIfLost(): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement !== document.body) return
    document.getElementById(mainContentId)?.focus({ preventScroll: true })
  }, patienceMs)
  return () => clearTimeout(timer)
}

/** Returns true when the focus is lost, or on the main content as a whole, which takes it on arrival. */
export function isFocusOnNothing(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.id === mainContentId
}
