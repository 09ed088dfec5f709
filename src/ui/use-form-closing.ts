import { useRef, useState } from 'react'
import { useLeaveGuard } from './use-leave-guard'

interface FormClosingOptions {
  /** The form has input that would be lost. */
  isDirty: boolean
  /** A request or another question is pending; until it settles, leaving is not guarded. */
  isBusy: boolean
  onClose: () => void
}

export interface FormClosing {
  /** Set while the user is asked whether to discard the input. */
  question: { stay: () => void; leave: () => void } | undefined
  /** Closes the dialog, or asks first if there is input; a second call withdraws the question. */
  request: () => void
}

/** Asks before a dialog with a form discards input, whichever way it is closed or left. */
export function useFormClosing({ isDirty, isBusy, onClose }: FormClosingOptions): FormClosing {
  const leaving = useLeaveGuard(isDirty && !isBusy)
  const [isAsking, setIsAsking] = useState(false)
  const focused = useRef<Element | null>(null)
  // Once the input is undone, there is nothing left to ask about.
  if (isAsking && !isDirty) setIsAsking(false)

  const stay = () => {
    setIsAsking(false)
    leaving?.stay()
    if (focused.current instanceof HTMLElement) focused.current.focus()
  }
  const leave = leaving?.leave ?? onClose
  const question = leaving || isAsking ? { stay, leave } : undefined
  const request = () => {
    if (question) question.stay()
    else if (isDirty) {
      focused.current = document.activeElement
      setIsAsking(true)
    } else onClose()
  }
  return { question, request }
}
