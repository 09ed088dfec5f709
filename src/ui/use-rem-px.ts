import { useSyncExternalStore } from 'react'

/** Returns the size of a rem in px, for charts, which are drawn in px: on a wall display, it grows with the screen. */
export function useRemPx(): number {
  return useSyncExternalStore(subscribe, measure)
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-with-wall'] })
  addEventListener('resize', onChange)
  return () => {
    observer.disconnect()
    removeEventListener('resize', onChange)
  }
}

function measure(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
