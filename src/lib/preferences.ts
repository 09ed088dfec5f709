/** A user's preferences for this browser: kept in `localStorage`, shared by all tabs, never secret. */
import { keepText, readText } from './browser-storage'

/** All preferences and their options; the first option is the default. */
const choices = {
  theme: ['system', 'light', 'dark'],
  timeZone: ['local', 'utc'],
  /** Seconds between refreshes of the data on screen; `off` means manual refresh only. */
  refreshEveryS: ['15', '60', '300', 'off'],
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: ['on', 'off'],
} as const

type Choices = typeof choices
/** The name of a preference. */
export type PreferenceName = keyof Choices
/** The options of a preference. */
export type Preference<Name extends PreferenceName> = Choices[Name][number]

const keyPrefix = 'plantdeck.preference.'
const listeners = new Set<() => void>()

/** Returns the current value; unreadable values count as the default. */
export function getPreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  const kept = readText('localStorage', keyPrefix + name)
  const known: readonly Preference<Name>[] = choices[name]
  return known.find((value) => value === kept) ?? choices[name][0]
}

/** Stores a choice and notifies all subscribers. */
export function setPreference<Name extends PreferenceName>(
  name: Name,
  value: Preference<Name>,
): void {
  keepText('localStorage', keyPrefix + name, value)
  for (const listener of listeners) listener()
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
