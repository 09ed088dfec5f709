// Views that a user saved on this device. Each user has their own.
import { useMemo, useSyncExternalStore } from 'react'
import { usePerson } from '@/api/session/session-context'
import {
  type ReadViews,
  countViews,
  noViews,
  printViews,
  readViews,
} from '@/domain/fleet/saved-views'
import { personAlias } from '@/lib/person-alias'
import {
  getTextPreference,
  setTextPreference,
  subscribeToPreferences,
} from '@/lib/preferences-as-text'

/** Returns the saved views, and the function to replace them, which returns false if the browser keeps nothing. */
export function useSavedViews() {
  const username = usePerson()?.username ?? ''
  const name = `listViews.${personAlias(username)}`
  const text = useSyncExternalStore(subscribeToPreferences, () => getTextPreference(name))
  const saved = useMemo(() => (text === null ? noViews : readViews(text)), [text])
  const save = (next: ReadViews) =>
    setTextPreference(name, countViews(next) > 0 ? printViews(next) : null)
  return { saved, save }
}
