import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import { focusIt } from '@/ui/focus-it'

interface UnknownOutcomeProps {
  /** What was sent, and where it is looked for. */
  explanation: ReactNode
  /** What was found there: a `Finding`. */
  finding: ReactNode
  children?: ReactNode
  isLooking: boolean
  onLook: () => unknown
  /** Back to the form, with everything in it. */
  onBack: () => void
  /** What to do when the finding is clear. */
  action?: ReactNode
}

/** A request went out and no readable answer came: reading tells what has become of it. */
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
