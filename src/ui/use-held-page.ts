import { useLayoutEffect } from 'react'
import { holdPage } from '@/lib/held-page'

/** Prevents automatic reloads while something on the page would be lost. */
export function useHeldPage(isHeld: boolean): void {
  useLayoutEffect(() => (isHeld ? holdPage() : undefined), [isHeld])
}
