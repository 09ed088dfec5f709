import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import { ErrorPanel } from '@/ui/error-panel'

interface QueryErrorPanelProps {
  error: unknown
  /** Names the thing that couldn't be loaded; by default the error is the title. */
  title?: string
  onRetry: () => unknown
  isRetrying?: boolean
  actions?: ReactNode
}

/** Panel for a failed read, in the words for its error. It replaces what was being loaded. */
export function QueryErrorPanel({ error, title, ...rest }: QueryErrorPanelProps) {
  const problem = describeError(error)
  return (
    <ErrorPanel
      {...rest}
      title={title ?? problem.title}
      detail={problem.technical}
      retryAtMs={problem.retryAtMs}
      isAlert
    >
      {title === undefined ? problem.detail : `${problem.title}. ${problem.detail}`}
    </ErrorPanel>
  )
}
