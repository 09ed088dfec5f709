import { ownName } from './base-path'
import { forgetText, keepText, readText } from './browser-storage'
import { uniqueKey } from './unique-key'

const storageKey = ownName('plantdeck.tab')

/** Returns the random ID of this tab; a reload keeps it, and a duplicated tab copies it. */
export function tabId(): string {
  const kept = readText('sessionStorage', storageKey)
  if (kept !== null) return kept
  const id = uniqueKey()
  keepText('sessionStorage', storageKey, id)
  return id
}

/** Returns the ID of this tab, or undefined when it has none yet. */
export function knownTabId(): string | undefined {
  return readText('sessionStorage', storageKey) ?? undefined
}

/** Removes the ID of this tab. */
export function forgetTabId(): void {
  forgetText('sessionStorage', storageKey)
}
