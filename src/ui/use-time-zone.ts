import { useSyncExternalStore } from 'react'
import { subscribeToClock } from './clock'
import { usePreference } from './use-preference'
import { type TimeZone, deviceTimeZone, utc } from '@/lib/time-zone'

/**
 * The zone to show times in, as the person chose it. A device may be set to another zone while the page is open
 * (people travel); the whole page then changes at once, because everything on it formats in this zone.
 */
export function useTimeZone(): TimeZone {
  const chosen = usePreference('timeZone')
  const ofDevice = useSyncExternalStore(subscribeToClock, deviceTimeZone)
  return chosen === 'utc' ? utc : ofDevice
}
