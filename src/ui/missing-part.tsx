import type { ReactNode } from 'react'
import { ErrorPanel } from './error-panel'
import { ReloadButton } from './reload-button'
import type { Missing } from './use-code'
import { missingCodeAdvice, reloadForMissingCode } from '@/lib/missing-code'

interface MissingPartProps {
  missing: Missing
  actions?: ReactNode
}

/** Replaces a part whose code could not be loaded; the rest of the page stays. */
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
          {isOutdated ? <ReloadButton label="Reload page" onReload={reloadForMissingCode} /> : null}
          {actions}
        </>
      }
    >
      {missingCodeAdvice(isOutdated)}
    </ErrorPanel>
  )
}
