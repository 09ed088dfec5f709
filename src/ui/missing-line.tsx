import type { ReactNode } from 'react'
import { Button } from './button'
import { ReloadButton } from './reload-button'
import type { Missing } from './use-code'
import { missingCodeAdvice, reloadForMissingCode } from '@/lib/missing-code'

interface MissingLineProps {
  missing: Missing
  children: ReactNode
}

/** Replaces a picture or a check whose code could not be loaded. */
export function MissingLine({ missing, children }: MissingLineProps) {
  const { isOutdated, isRetrying, retry } = missing
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-muted">
      <p className="min-w-0 flex-1 basis-60">
        {children} {missingCodeAdvice(isOutdated)}
      </p>
      {isOutdated ? (
        <ReloadButton label="Reload page" size="sm" onReload={reloadForMissingCode} />
      ) : (
        <Button size="sm" isPending={isRetrying} onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  )
}
