import { useLayoutEffect, useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/listeners'

/** More rows would make a book; a note says what is missing. */
export const maxPrintedRows = 500

let isOnPaper = false
const listeners = createListeners()

if ('window' in globalThis) {
  addEventListener('beforeprint', () => setPrinting(true))
  addEventListener('afterprint', () => setPrinting(false))
}

function setPrinting(isPrinting: boolean): void {
  isOnPaper = isPrinting
  listeners.notify()
}

/** Returns true while the page is being printed: for paper sizes, and for text needed only on paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listeners.add, () => isOnPaper)
}

/** Prints a text at the foot of every sheet, beside the number of the page (`@page` in `styles.css`). */
export function usePaperNote(text: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--paper-note', JSON.stringify(text))
    return () => void style.removeProperty('--paper-note')
  }, [text])
}
