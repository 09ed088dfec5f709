import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './button'
import { DiscardQuestion } from './discard-question'
import type { FormClosing } from './use-form-closing'

interface FormFooterProps {
  closing: FormClosing
  pendingReason: string | null
  children: ReactNode
}

export function FormFooter({
  closing: { question, request },
  pendingReason,
  children,
}: FormFooterProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const isAsking = question !== undefined
  const wasAsking = useRef(false)
  useEffect(() => {
    // The button that was pressed before the question has been replaced by a new one.
    const isFocusLost = document.activeElement === document.body
    if (wasAsking.current && !isAsking && isFocusLost) cancel.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])

  if (question) return <DiscardQuestion onStay={question.stay} onLeave={question.leave} />
  return (
    <>
      <Button key="cancel" ref={cancel} disabledReason={pendingReason} onClick={request}>
        Cancel
      </Button>
      {children}
    </>
  )
}
