import type { ReactNode } from 'react'
import { Button } from '@/ui/button'

interface OutcomeFooterProps {
  /** Leads back to the question or the form, which keeps its input; undefined once the outcome leaves nothing to repeat. */
  back: { label: string; onBack: () => void } | undefined
  /** Reads once more; undefined once the outcome is clear. */
  check: { isChecking: boolean; onCheck: () => unknown } | undefined
  children?: ReactNode
}

/** Buttons below the outcome of an attempt. */
export function OutcomeFooter({ back, check, children }: OutcomeFooterProps) {
  return (
    <>
      {back ? <Button onClick={back.onBack}>{back.label}</Button> : null}
      {check ? (
        <Button isPending={check.isChecking} onClick={check.onCheck}>
          Check again
        </Button>
      ) : null}
      {children}
    </>
  )
}
