import { useEffect, useRef, useState } from 'react'
import { describeOutcome } from '@/api/error-messages'
import { useDeployment, usernameOf } from '@/api/session-context'
import { type ToastMessage, toast } from '@/ui/toast'

interface Sending {
  /** Shows a toast, unless somebody else has signed in since the click. */
  tell: (message: ToastMessage) => void
  /** Whether the dialog that sends is still on the page. */
  isShown: () => boolean
}

/** Sends one thing at a time: a second Enter arrives before React has drawn the pending button. */
export function useSending() {
  const [isSending, setIsSending] = useState(false)
  const isShut = useRef(false)
  const isShown = useRef(true)
  const { session } = useDeployment()

  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function send(run: (sending: Sending) => Promise<void>): Promise<void> {
    if (isShut.current) return
    isShut.current = true
    setIsSending(true)
    const username = usernameOf(session.getState())
    const tell = (message: ToastMessage) => {
      if (usernameOf(session.getState()) === username) toast.show(message)
    }
    try {
      await run({ tell, isShown: () => isShown.current })
    } finally {
      isShut.current = false
      setIsSending(false)
    }
  }

  return { send, isSending }
}

/** A failure as a toast has it. `what` is the deed, e.g. "Creating the plant". */
export function failureToast(failure: unknown, what: string): ToastMessage {
  const { title, detail } = describeOutcome(failure, what)
  return { tone: 'danger', title, detail }
}
