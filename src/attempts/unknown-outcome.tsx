import type { ReactNode } from 'react'
import { Outcome } from './outcome'
import { describeOutcome } from '@/api/outcome-messages'
import { isReplay } from '@/domain/actions/attempt'
import { Finding } from '@/ui/finding'

interface UnknownOutcomeProps {
  error: Error
  what: string
  source?: ReactNode
  evidence: ReactNode
  /** Shown instead of "Completed" when the server confirms the request: for one that only begins something. */
  completed?: ReactNode
  children?: ReactNode
}

/** Explains that no readable response arrived, and shows what later readings reveal about the outcome. */
export function UnknownOutcome(props: UnknownOutcomeProps) {
  const { error, what, source = 'The plant itself shows:', evidence, children } = props
  const { completed = <Finding tone="ok">Completed</Finding> } = props
  const isCertain = isReplay({ error })
  return (
    <Outcome>
      <p>
        {isCertain ? (
          'The server confirms that it completed the request, but its first response never arrived. The request isn’t sent again.'
        ) : (
          <>
            {describeOutcome(error, what).detail} {source}
          </>
        )}
      </p>
      <div role="status">{isCertain ? completed : evidence}</div>
      {children}
    </Outcome>
  )
}
