// Views that a user saved on this device. Each user has their own.
import { useMemo, useSyncExternalStore } from 'react'
import { usePerson } from '@/api/session/session-context'
import { type SavedView, printViews, readViews } from '@/domain/fleet/saved-views'
import {
  getTextPreference,
  setTextPreference,
  subscribeToPreferences,
} from '@/lib/preferences-as-text'

/** Returns the saved views, and the function to replace them, which returns false if the browser keeps nothing. */
export function useSavedViews() {
  const username = usePerson()?.username ?? ''
  const name = `listViews.${username}`
  const text = useSyncExternalStore(subscribeToPreferences, () => getTextPreference(name))
  const views = useMemo(() => (text === null ? [] : readViews(text).views), [text])
  const save = (next: readonly SavedView[]) =>
    setTextPreference(name, next.length > 0 ? printViews(next) : null)
  return { views, save }
}
