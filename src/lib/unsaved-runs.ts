import { personAlias } from './person-alias'
import { getTextPreference, setTextPreference } from './preferences-as-text'

const nameOf = (username: string) => `unsavedRuns.${personAlias(username)}`

/** Returns how many runs on this device are under way or have results that were not exported. */
export function getUnsavedRuns(username: string): number {
  const count = Number(getTextPreference(nameOf(username)))
  return Number.isSafeInteger(count) && count > 0 ? count : 0
}

/** Stores how many runs on this device are under way or have results that were not exported. */
export function setUnsavedRuns(username: string, count: number): void {
  if (getUnsavedRuns(username) === count) return
  setTextPreference(nameOf(username), count > 0 ? String(count) : null)
}
