import { useLayoutEffect, useRef } from 'react'

/**
 * Moves the focus from the button that sends to the one that renews the confirmation once it is over, and back once it is
 * renewed: a disabled button would leave the keyboard at a dead end. A focus elsewhere stays where it is.
 */
export function useMovedFocus(isOver: boolean) {
  const sendRef = useRef<HTMLButtonElement>(null)
  const renewRef = useRef<HTMLButtonElement>(null)
  const wasOver = useRef(isOver)
  useLayoutEffect(() => {
    if (wasOver.current === isOver) return
    wasOver.current = isOver
    const focused = document.activeElement
    if (isOver && focused === sendRef.current) renewRef.current?.focus()
    // The button that renewed it is gone, and the focus with it.
    else if (!isOver && (focused === null || focused === document.body)) sendRef.current?.focus()
  }, [isOver])
  return { sendRef, renewRef }
}
