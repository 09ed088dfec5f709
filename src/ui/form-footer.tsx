import { type ReactNode, useState } from 'react'
import { DiscardQuestion } from './discard-question'
import { Button } from './button'
import type { Leaving } from './use-leave-guard'

interface FormFooterProps {
  isDirty: boolean
  /** Why Cancel has to wait. */
  pendingReason: string | null
  /** The page is about to be left, by Back or a link. */
  leaving: Leaving | undefined
  onClose: () => void
  /** The button that sends. */
  children: ReactNode
}

/** Buttons of a dialog with a form: Cancel, Back and links ask before they take what was typed. */
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
