/** A user's preferences for this browser: kept in `localStorage`, shared by all tabs, never secret. */
import { getTextPreference, setTextPreference } from './preferences-as-text'

const choices = {
  theme: ['system', 'light', 'dark'],
  timeZone: ['local', 'utc'],
  /** Seconds between refreshes of the data on screen; `off` means manual refresh only. */
  refreshEveryS: ['15', '60', '300', 'off'],
  /** Seconds after which a command counts as without an answer. */
  answerWithinS: ['60', '15', '120', '300'],
  /** Ended runs that are kept on this device. */
  runsKept: ['20', '5', '50', '100'],
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: ['on', 'off'],
} as const

type Choices = typeof choices
export type PreferenceName = keyof Choices

/** The values that a preference can have. */
export type Preference<Name extends PreferenceName> = Choices[Name][number]

/** Returns the current value; unreadable values count as the default. */
export function getPreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  const kept = getTextPreference(name)
  const known: readonly Preference<Name>[] = choices[name]
  return known.find((value) => value === kept) ?? choices[name][0]
}

/** Stores a choice and notifies all subscribers. */
export function setPreference<Name extends PreferenceName>(
  name: Name,
  value: Preference<Name>,
): void {
  setTextPreference(name, value)
}
