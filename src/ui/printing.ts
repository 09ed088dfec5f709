import { useSyncExternalStore } from 'react'

let isOnPaper = false
const listeners = new Set<() => void>()

if ('window' in globalThis) {
  addEventListener('beforeprint', () => setPrinting(true))
  addEventListener('afterprint', () => setPrinting(false))
}

function setPrinting(isPrinting: boolean): void {
  isOnPaper = isPrinting
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Returns true while the page is being printed: for paper sizes, and for text needed only on paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isOnPaper)
}
