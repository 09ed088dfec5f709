import { useSyncExternalStore } from 'react'
import { subscribeToClock } from './clock'
import { usePreference } from './use-preference'
import { type TimeZone, deviceTimeZone, utc } from '@/lib/time-zone'

/**
 * Returns the time zone for display, as the user chose it. A device may change zones while the page is open (people
 * travel); the whole page then updates at once, because everything on it formats in this zone.
 */
export function useTimeZone(): TimeZone {
  const chosen = usePreference('timeZone')
  const ofDevice = useSyncExternalStore(subscribeToClock, deviceTimeZone)
  return chosen === 'utc' ? utc : ofDevice
}
