import type { ReactNode } from 'react'
import { Button } from './button'
import { DiscardQuestion } from './discard-question'
import type { FormClosing } from './use-form-closing'

interface FormFooterProps {
  closing: FormClosing
  /** The reason why Cancel must wait. */
  pendingReason: string | null
  /** The submit button. */
  children: ReactNode
}

/** The buttons of a dialog with a form, or the question whether to discard its input. */
export function FormFooter({ closing, pendingReason, children }: FormFooterProps) {
  if (closing.question) {
    return <DiscardQuestion onStay={closing.question.stay} onLeave={closing.question.leave} />
  }
  return (
    <>
      <Button key="cancel" disabledReason={pendingReason} onClick={closing.request}>
        Cancel
      </Button>
      {children}
    </>
  )
}
