/** What a person chose for this browser: kept in `localStorage`, shared by all tabs, never a secret. */
import { keepText, readText } from './browser-storage'

/** Preferences and what each may be; the first value is the default. */
const choices = {
  theme: ['system', 'light', 'dark'],
  timeZone: ['local', 'utc'],
  /** Seconds between refreshes of what is on screen; `off` refreshes by hand only. */
  refreshEveryS: ['15', '60', '300', 'off'],
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: ['on', 'off'],
} as const

type Choices = typeof choices
/** The name of a preference. */
export type PreferenceName = keyof Choices
/** What a preference may be. */
export type Preference<Name extends PreferenceName> = Choices[Name][number]

const keyPrefix = 'plantdeck.preference.'
const listeners = new Set<() => void>()

/** The current value; anything unreadable counts as the default. */
export function getPreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  const kept = readText('localStorage', keyPrefix + name)
  const known: readonly Preference<Name>[] = choices[name]
  return known.find((value) => value === kept) ?? choices[name][0]
}

/** Keeps a choice and tells everything that shows it. */
export function setPreference<Name extends PreferenceName>(
  name: Name,
  value: Preference<Name>,
): void {
  keepText('localStorage', keyPrefix + name, value)
  for (const listener of listeners) listener()
}

/** Calls back on each change, also by another tab; returns how to stop. */
export function subscribeToPreferences(listener: () => void): () => void {
  listeners.add(listener)
  globalThis.addEventListener?.('storage', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener?.('storage', listener)
  }
}
