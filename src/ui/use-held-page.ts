import { useLayoutEffect } from 'react'
import { holdPage } from '@/lib/held-page'

/** Keeps the page from being reloaded by itself while something on it would be lost. */
export function useHeldPage(isHeld: boolean): void {
  useLayoutEffect(() => (isHeld ? holdPage() : undefined), [isHeld])
}
