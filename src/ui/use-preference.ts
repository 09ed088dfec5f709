import { useSyncExternalStore } from 'react'
import { getPreference } from '@/lib/preferences'
import type { Preference, PreferenceName } from '@/lib/preferences'
import { subscribeToPreferences } from '@/lib/preferences-as-text'

export function usePreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  return useSyncExternalStore(subscribeToPreferences, () => getPreference(name))
}

/** Returns the refresh interval in milliseconds, as React Query expects it; false for none. */
export function useRefreshEveryMs(): number | false {
  const seconds = usePreference('refreshEveryS')
  return seconds === 'off' ? false : Number(seconds) * 1000
}
