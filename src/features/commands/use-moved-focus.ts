import { useLayoutEffect, useRef } from 'react'

/**
 * Moves the focus from the button that sends to the one that renews the confirmation once it is over, and back once it is
 * renewed: a disabled button would leave the keyboard at a dead end. A focus elsewhere stays where it is. When what is sent
 * is doubtful, the button that cancels has the focus instead of the one that sends.
 */
export function useMovedFocus(isOver: boolean, isDoubtful: boolean) {
  const sendRef = useRef<HTMLButtonElement>(null)
  const renewRef = useRef<HTMLButtonElement>(null)
  const cancelRef = useRef<HTMLButtonElement>(null)
  const wasOver = useRef(isOver)
  useLayoutEffect(() => {
    if (wasOver.current === isOver) return
    wasOver.current = isOver
    const focused = document.activeElement
    if (isOver && focused === sendRef.current) renewRef.current?.focus()
    // The button that renewed it is gone, and the focus with it.
    else if (!isOver && (focused === null || focused === document.body))
      (isDoubtful ? cancelRef : sendRef).current?.focus()
  }, [isOver, isDoubtful])
  return { sendRef, renewRef, cancelRef }
}
