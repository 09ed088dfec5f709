import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { focusMainIfLost } from '@/ui/main-content'

/** Moves the focus to the main content when a new page removes the element that opened it. */
export function useFocusOnArrival(): void {
  // The resolved location: until the new page is rendered, the focus is still in the previous one.
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const arrivedAt = useRef(pathname)
  useEffect(() => {
    const from = arrivedAt.current
    arrivedAt.current = pathname
    // On the first page of a visit the browser starts at the top.
    if (from === undefined || from === pathname) return
    return focusMainIfLost()
  }, [pathname])
}
