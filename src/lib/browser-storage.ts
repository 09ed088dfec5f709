/** `localStorage` and `sessionStorage` for pages where they may be blocked: then memory stands in. */

type Area = 'localStorage' | 'sessionStorage'

const memory = new Map<string, string>()

/** The text kept under a key, or null. */
export function readText(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key)
  } catch {
    return memory.get(area + key) ?? null
  }
}

/** Keeps a text; for this page only where the browser refuses, and then returns false. */
export function keepText(area: Area, key: string, text: string): boolean {
  try {
    globalThis[area].setItem(key, text)
    return true
  } catch {
    memory.set(area + key, text)
    return false
  }
}

/** Forgets what is kept under a key. */
export function forgetText(area: Area, key: string): void {
  memory.delete(area + key)
  try {
    globalThis[area].removeItem(key)
  } catch {
    // Nothing can be kept where nothing may be removed.
  }
}
