import { use, useCallback } from 'react'
import { formatAbsolute } from './relative-time-format'
import { TimeZoneContext } from './time-zone-context'

/** Returns a function that formats Unix ms as a date and time in the chosen time zone, for text that is one piece. */
export function useTimeText(): (atMs: number) => string {
  const zone = use(TimeZoneContext)
  return useCallback((atMs: number) => formatAbsolute(atMs, zone), [zone])
}
