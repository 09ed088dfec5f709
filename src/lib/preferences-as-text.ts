import { forgetText, keepText, readText } from './browser-storage'

const keyPrefix = 'plantdeck.preference.'
const listeners = new Set<() => void>()

/** Returns the stored text, or null. */
export function getTextPreference(name: string): string | null {
  return readText('localStorage', keyPrefix + name)
}

/** Stores a text, or removes it for null; returns false when the browser keeps it for this page only. */
export function setTextPreference(name: string, text: string | null): boolean {
  const isKept = text === null || keepText('localStorage', keyPrefix + name, text)
  if (text === null) forgetText('localStorage', keyPrefix + name)
  for (const listener of listeners) listener()
  return isKept
}

/** Calls the listener on each change, including those made in other tabs; returns the unsubscribe function. */
export function subscribeToPreferences(listener: () => void): () => void {
  listeners.add(listener)
  globalThis.addEventListener?.('storage', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener?.('storage', listener)
  }
}
