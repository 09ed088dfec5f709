import { isShortcut } from '@/lib/keystroke'
import { getPreference } from '@/lib/preferences'

/** Keys can't be typed into a checkbox, but into any other form control. */
const typedInto = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** Returns true for a keystroke of a single-key shortcut: not while typing, when switched off, or below a dialog. */
export function isSingleKey(
  event: KeyboardEvent,
  shortcut: Parameters<typeof isShortcut>[1],
): boolean {
  if (!isShortcut(event, shortcut) || getPreference('singleKeys') === 'off') return false
  const isTyping = event.target instanceof Element && event.target.closest(typedInto) !== null
  return !isTyping && !isDialogOpen()
}

/** Returns true while a dialog covers the page. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}
