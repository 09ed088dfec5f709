import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { MissingPart } from './missing-part'
import { OnDemand } from './on-demand'
import { Spinner } from './spinner'
import { useCloseOnBack } from './use-close-on-back'
import type { CodePart } from '@/lib/code-part'

interface LazyDialogProps<T> {
  part: CodePart<T>
  onClose: () => void
  /** True for a dialog that the URL opens and closes. */
  isInUrl?: boolean
  children: (code: T) => ReactNode
}

/** Shows that a dialog is opening, and keeps the page when its code can't be loaded. Mount it while it is open. */
export function LazyDialog<T>({ part, onClose, isInUrl = false, children }: LazyDialogProps<T>) {
  useCloseOnBack(onClose, isInUrl)
  return (
    <OnDemand
      part={part}
      fallback={<Opening />}
      renderMissing={(missing) => (
        <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-h-[calc(100dvh-2rem)] max-w-xl overflow-y-auto rounded-md shadow-overlay">
          <MissingPart missing={missing} actions={<Button onClick={onClose}>Close</Button>} />
        </div>
      )}
    >
      {children}
    </OnDemand>
  )
}

const patienceMs = 200

/** Delayed, because preloaded code is available within a moment. */
function Opening() {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-1/3 z-40 flex justify-center empty:hidden"
    >
      {isLate ? (
        <p className="flex items-center gap-2 rounded-lg border border-line bg-raised px-4 py-3 shadow-overlay">
          <Spinner />
          Opening…
        </p>
      ) : null}
    </div>
  )
}
