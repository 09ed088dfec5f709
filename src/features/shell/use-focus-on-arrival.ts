import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** A dialog that closes gives the focus back a moment later; that goes first. */
const patienceMs = 100

/** Whoever arrives by something that is gone then, a row or a dialog, begins at the content, not at the top of the page. */
export function useFocusOnArrival(content: RefObject<HTMLElement | null>): void {
  // Not where the router is going: until the new page stands, the focus is still in the former one.
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const arrivedAt = useRef(pathname)
  useEffect(() => {
    const from = arrivedAt.current
    arrivedAt.current = pathname
    // The first page of all is not arrived at: the browser begins at its top.
    if (from === undefined || from === pathname) return
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) content.current?.focus({ preventScroll: true })
    }, patienceMs)
    return () => clearTimeout(timer)
  }, [pathname, content])
}
