/** `localStorage` and `sessionStorage` with a fallback to memory for pages where they are blocked. */

type Area = 'localStorage' | 'sessionStorage'

const memory = new Map<string, string>()

/** Returns the text stored under a key, or null. */
export function readText(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key)
  } catch {
    return memory.get(area + key) ?? null
  }
}

/** Stores a text. If the browser refuses, keeps it for this page only and returns false. */
export function keepText(area: Area, key: string, text: string): boolean {
  try {
    globalThis[area].setItem(key, text)
    return true
  } catch {
    memory.set(area + key, text)
    return false
  }
}

/** Removes the value stored under a key. */
export function forgetText(area: Area, key: string): void {
  memory.delete(area + key)
  try {
    globalThis[area].removeItem(key)
  } catch {
    // If removal is blocked, storing is too, so nothing is left behind.
  }
}
