import type { KeyboardEvent } from 'react'

/**
 * Ignores the repeats of a held Enter, except in a text of several lines: they would press whatever has the focus next,
 * such as the button that opened a dialog which the same key has just answered.
 */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.repeat) return
  if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault()
}
