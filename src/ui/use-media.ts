import { useCallback, useSyncExternalStore } from 'react'

/** Cards replace table rows below this width, but not on paper. */
export const phoneQuery = 'screen and (width < 48rem)'
/** From this width on, a page’s header and tables have room for all but their least important parts. */
export const mediumQuery = '(width >= 64rem)'
/** From this width on, there is room for a panel beside a table. */
export const wideQuery = '(width >= 80rem)'

/** Returns true while a media query matches. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
