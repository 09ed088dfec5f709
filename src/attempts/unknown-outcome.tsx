import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import { focusIt } from '@/ui/focus-it'

interface UnknownOutcomeProps {
  /** Text about the request that was sent and where to look for its effect. */
  explanation: ReactNode
  /** The result of the check: a `Finding`. */
  finding: ReactNode
  children?: ReactNode
  isLooking: boolean
  onLook: () => unknown
  /** Goes back to the form, which keeps its input. */
  onBack: () => void
  /** The button to show once the outcome is clear. */
  action?: ReactNode
}

/** Explains an unknown outcome and shows what reading the plant or the list reveals about it. */
export function UnknownOutcome(props: UnknownOutcomeProps) {
  const { explanation, finding, children, isLooking, onLook, onBack, action } = props
  return (
    <div ref={focusIt} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <p>{explanation}</p>
      <div role="status">{finding}</div>
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>Back to the form</Button>
        <Button isPending={isLooking} onClick={onLook}>
          Check again
        </Button>
        {action}
      </div>
    </div>
  )
}
