import { useEffect, useRef, useState } from 'react'
import { type ToastMessage, toast } from '@/ui/toast'
import { useHeldPage } from '@/ui/use-held-page'

export interface Sending {
  /** Shows a toast, unless another user or organization is on screen since the click. */
  showToast: (message: ToastMessage) => void
  isSamePerson: () => boolean
  /** Returns true while the dialog that sends is still on the page. */
  isShown: () => boolean
  /** Prevents further requests while the dialog closes after success. */
  finish: () => void
}

/** Sends one request for each press: a second Enter comes before React has drawn the pending button. */
export function useSendingGuard(personNow: () => string | undefined) {
  const [isSending, setIsSending] = useState(false)
  const isShut = useRef(false)
  const isShown = useRef(true)
  const isRepeated = useRepeatedPress()
  useHeldPage(isSending)

  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function send(run: (sending: Sending) => Promise<void>): Promise<void> {
    if (isShut.current || isRepeated()) return
    isShut.current = true
    setIsSending(true)
    let isFinished = false
    const person = personNow()
    const isSamePerson = () => personNow() === person
    const showToast = (message: ToastMessage) => {
      if (isSamePerson()) toast.show(message)
    }
    try {
      await run({
        showToast,
        isSamePerson,
        isShown: () => isShown.current,
        finish: () => {
          isFinished = true
        },
      })
    } finally {
      if (!isFinished) {
        isShut.current = false
        setIsSending(false)
      }
    }
  }

  return { send, isSending }
}

/** Returns a function that detects the repeat of a held Enter and the second half of a double click. */
function useRepeatedPress(): () => boolean {
  const isKeyHeld = useRef(false)
  const isDoubleClick = useRef(false)

  useEffect(() => {
    const onKeyDown = ({ key, repeat }: KeyboardEvent) => {
      isKeyHeld.current = repeat && key === 'Enter'
    }
    const onKeyUp = () => {
      isKeyHeld.current = false
    }
    const onClick = ({ detail }: MouseEvent) => {
      // Clicks caused by a key or by assistive technology have the count 0.
      isDoubleClick.current = detail > 1
    }
    // In the capture phase, before the handlers they trigger.
    addEventListener('keydown', onKeyDown, true)
    addEventListener('keyup', onKeyUp, true)
    addEventListener('click', onClick, true)
    return () => {
      removeEventListener('keydown', onKeyDown, true)
      removeEventListener('keyup', onKeyUp, true)
      removeEventListener('click', onClick, true)
    }
  }, [])

  return () => isKeyHeld.current || isDoubleClick.current
}
