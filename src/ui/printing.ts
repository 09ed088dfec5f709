import { useSyncExternalStore } from 'react'

const query = 'print'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Returns true while the page is printed, for text that only paper needs and that costs the screen something. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
