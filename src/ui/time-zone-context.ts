import { createContext } from 'react'

export type DisplayTimeZone = 'local' | 'utc'

/** Which clock absolute times are shown by; relative times are the same in both. */
export const TimeZoneContext = createContext<DisplayTimeZone>('local')
