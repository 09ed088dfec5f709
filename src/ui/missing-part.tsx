import type { ReactNode } from 'react'
import { Button } from './button'
import { ErrorPanel } from './error-panel'
import type { Missing } from './use-code'
import { missingCodeAdvice, reloadForMissingCode } from '@/lib/missing-code'

interface MissingPartProps {
  missing: Missing
  /** What else can be done. */
  actions?: ReactNode
}

/** Takes the place of a part whose code did not arrive; the rest of the page stays. */
export function MissingPart({ missing, actions }: MissingPartProps) {
  const { isOutdated, isRetrying, retry } = missing
  return (
    <ErrorPanel
      title="Couldn’t load this part"
      {...(isOutdated ? {} : { onRetry: retry })}
      isRetrying={isRetrying}
      isAlert
      actions={
        <>
          {isOutdated ? <Button onClick={reloadForMissingCode}>Reload page</Button> : null}
          {actions}
        </>
      }
    >
      {missingCodeAdvice(isOutdated)}
    </ErrorPanel>
  )
}
