import { Component, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { ErrorPanel } from './error-panel'
import { Spinner } from './spinner'
import { isMissingCode } from '@/lib/missing-code'

interface LazyDialogProps {
  onClose: () => void
  /** The dialog, whose code may still be on its way. */
  children: ReactNode
}

/** Says that a dialog is being opened, and keeps the page when its code is gone. Mount it while it is open. */
export class LazyDialog extends Component<LazyDialogProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { onClose, children } = this.props
    const { error } = this.state
    if (error === undefined) return <Suspense fallback={<Opening />}>{children}</Suspense>
    if (!isMissingCode(error)) throw error
    return (
      <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl rounded-md shadow-overlay">
        <ErrorPanel
          title="A part of Plantdeck could not be loaded"
          // Browsers and React remember that an import failed, so only a fresh page can ask for the code again.
          onRetry={() => location.reload()}
          actions={<Button onClick={onClose}>Close</Button>}
          isAlert
        >
          Check the connection, then try again. That loads the page anew.
        </ErrorPanel>
      </div>
    )
  }
}

const patienceMs = 200

/** Not at once: code that came ahead is there within a moment. */
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
