import { isShortcut } from '@/lib/keystroke'
import { getPreference } from '@/lib/preferences'

/** A checkbox is not typed into; every other control of a form may be. */
const typedInto = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** Returns true when a keystroke is the shortcut of one key: not a letter of a text, not switched off, not below a dialog. */
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
