import { createContext } from 'react'
import { utc } from '@/lib/time-zone'

/** The zone that all absolute times on the page are shown in. Relative times are the same in all zones. */
export const TimeZoneContext = createContext(utc)
