import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { DiscardQuestion } from './discard-question'
import type { Leaving } from './use-leave-guard'

interface FormFooterProps {
  isDirty: boolean
  /** The reason why Cancel must wait. */
  pendingReason: string | null
  /** Set while the user is about to leave the page with Back or a link. */
  leaving: Leaving | undefined
  onClose: () => void
  /** The submit button. */
  children: ReactNode
}

/** The buttons of a dialog with a form: Cancel, Back and links ask before discarding input. */
export function FormFooter(props: FormFooterProps) {
  const { isDirty, pendingReason, leaving, onClose, children } = props
  const [isClosing, setIsClosing] = useState(false)
  if (leaving ?? (isClosing && isDirty)) {
    return (
      <DiscardQuestion
        onStay={leaving?.stay ?? (() => setIsClosing(false))}
        onLeave={leaving?.leave ?? onClose}
      />
    )
  }
  return (
    <>
      <Button
        key="cancel"
        disabledReason={pendingReason}
        onClick={() => (isDirty ? setIsClosing(true) : onClose())}
      >
        Cancel
      </Button>
      {children}
    </>
  )
}
