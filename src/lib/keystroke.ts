interface Keystroke extends InputMethodKey {
  key: string
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

interface InputMethodKey {
  isComposing: boolean
  /** Deprecated except for 229, which means that an input method is handling the key. */
  keyCode: number
}

interface Shortcut {
  key: string
  /** The character's key on a US keyboard, for layouts without that character: "KeyK", or "Shift+Slash". */
  code: string
  isCommand?: boolean
}

/** The shortcuts that work on every page. */
export const shortcuts = {
  search: { key: 'k', code: 'KeyK', isCommand: true },
  keys: { key: '?', code: 'Shift+Slash' },
} as const satisfies Record<string, Shortcut>

/** Returns true when a keystroke matches a shortcut: by its character, on non-Latin layouts by the physical key. */
export function isShortcut(event: Keystroke, shortcut: Shortcut): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.altKey || isComposing(event) || isCommand !== (shortcut.isCommand ?? false))
    return false
  // Shift may be needed to type a character, but Ctrl+Shift is a different command, often the browser's own.
  if (isCommand && event.shiftKey) return false
  if (event.key.toLowerCase() === shortcut.key) return true
  const place = event.shiftKey ? `Shift+${event.code}` : event.code
  return isForeign(event.key) && place === shortcut.code
}

function isForeign(key: string): boolean {
  return /^[^\p{ASCII}\p{Script=Latin}]$/u.test(key)
}

/** Returns true when the keystroke belongs to an input method, such as the Enter that selects a Japanese word. */
export function isComposing(event: InputMethodKey): boolean {
  // Safari ends the composition before its last key, and only the deprecated code still marks that key.
  return event.isComposing || event.keyCode === 229
}

/** Hides input method keys from menus, dialogs, forms and shortcuts; call it once, before they are set up. */
export function leaveCompositionAlone(): void {
  const keep = (event: KeyboardEvent) => {
    if (!isComposing(event)) return
    event.stopImmediatePropagation()
    // Enter would submit the form; the word is already in the field.
    if (event.key === 'Enter') event.preventDefault()
  }
  addEventListener('keydown', keep, true)
}
