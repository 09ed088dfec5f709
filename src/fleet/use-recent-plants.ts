import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { printRecentPlants, readRecentPlants } from '@/domain/plant/recent-plants'
import { personAlias } from '@/lib/person-alias'
import {
  getTextPreference,
  setTextPreference,
  subscribeToPreferences,
} from '@/lib/preferences-as-text'

/** Returns the IDs of the plants that the user opened lately on this device, and the function that notes one. */
export function useRecentPlants() {
  const username = usePerson()?.username ?? ''
  const scope = useDataScope()
  const name = useMemo(
    () => `recentPlants.${personAlias(`${username}\n${scope}`)}`,
    [username, scope],
  )
  const text = useSyncExternalStore(subscribeToPreferences, () => getTextPreference(name))
  const ids = useMemo(() => readRecentPlants(text), [text])
  const note = useCallback(
    (plantId: string) => {
      const known = readRecentPlants(getTextPreference(name))
      if (known[0] !== plantId) setTextPreference(name, printRecentPlants(known, plantId))
    },
    [name],
  )
  return { ids, note }
}
