import type { ReactNode } from 'react'
import { Outcome } from './outcome'
import { describeError } from '@/api/error-messages'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface RefusedOutcomeProps {
  error: Error
  /** The result of the check: an `OutcomeEvidence`. */
  evidence: ReactNode
  children?: ReactNode
}

/**
 * Shows the server's own message and what later readings reveal, because a refusal can be misleading: if a browser sends
 * a request twice, the second copy is refused although the first one was executed.
 */
export function RefusedOutcome({ error, evidence, children }: RefusedOutcomeProps) {
  const { title, detail } = describeError(error)
  return (
    <Outcome>
      <div role="alert">
        <Notice tone="danger" title={title}>
          <p>
            <UntrustedText isMultiline>{detail}</UntrustedText>
          </p>
        </Notice>
      </div>
      <div role="status">{evidence}</div>
      {children}
    </Outcome>
  )
}
