import { createContext } from 'react'
import { utc } from '@/lib/time-zone'

/** The time zone of all absolute times on the page. Relative times are the same in all zones. */
export const TimeZoneContext = createContext(utc)
