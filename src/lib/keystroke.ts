/** The parts of a `KeyboardEvent` that say what was pressed. */
interface Keystroke extends InputMethodKey {
  key: string
  /** The place of the key, by the letter that it has on a US keyboard: "KeyK". */
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

interface InputMethodKey {
  isComposing: boolean
  /** Out of use, but for 229: "an input method has this key". */
  keyCode: number
}

interface Shortcut {
  /** The character that a Latin layout types: "k", "?". */
  key: string
  /** Where the character is on a US keyboard, for layouts that do not have it: "KeyK", or "Shift+Slash". */
  code: string
  /** With Ctrl, or with the Apple keyboard's Command. */
  isCommand?: boolean
}

/** Every shortcut of the product. */
export const shortcuts = {
  search: { key: 'k', code: 'KeyK', isCommand: true },
  keys: { key: '?', code: 'Shift+Slash' },
} as const satisfies Record<string, Shortcut>

/**
 * Returns true when the keystroke is the shortcut. The typed character decides, so that Dvorak and AZERTY keep
 * their letters; the place of the key decides only where the layout types no Latin (Cyrillic, Greek, Hebrew).
 */
export function isShortcut(event: Keystroke, shortcut: Shortcut): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.altKey || isComposing(event) || isCommand !== (shortcut.isCommand ?? false))
    return false
  // Shift may be needed to type a character, but with Ctrl it makes another command, often the browser's own.
  if (isCommand && event.shiftKey) return false
  if (event.key.toLowerCase() === shortcut.key) return true
  const place = event.shiftKey ? `Shift+${event.code}` : event.code
  return isForeign(event.key) && place === shortcut.code
}

/** Returns true for a typed character of another script; named keys such as "Enter" are none. */
function isForeign(key: string): boolean {
  return /^[^\p{ASCII}\p{Script=Latin}]$/u.test(key)
}

/** Returns true when the keystroke belongs to an input method, such as the Enter that chooses a Japanese word. */
export function isComposing(event: InputMethodKey): boolean {
  // Safari ends the composition before its last key, and only the old code still marks that key.
  return event.isComposing || event.keyCode === 229
}

/** Keeps the keys of an input method from menus, dialogs, forms and shortcuts; call it once, before all of them. */
export function leaveCompositionAlone(): void {
  const keep = (event: KeyboardEvent) => {
    if (!isComposing(event)) return
    event.stopImmediatePropagation()
    // A form would be sent; the word is already in the field.
    if (event.key === 'Enter') event.preventDefault()
  }
  addEventListener('keydown', keep, true)
}
