import type { ReactNode } from 'react'
import { Outcome } from './outcome'
import { describeRefused } from '@/api/outcome-messages'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface RefusedOutcomeProps {
  error: Error
  evidence: ReactNode
  children?: ReactNode
}

/** Shows the server's message and what later readings reveal: a browser may have sent the request twice. */
export function RefusedOutcome({ error, evidence, children }: RefusedOutcomeProps) {
  const { title, detail } = describeRefused(error)
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
