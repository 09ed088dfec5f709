import { useBlocker } from '@tanstack/react-router'
import { Component, Suspense, lazy, useEffect } from 'react'
import type { ReactNode } from 'react'
import { watchForContact } from './contact-watches'
import { savedWhole } from './saved-whole'
import type { Leaving, ShowOnceProps } from './show-once-props'
import { rememberGrace } from './told-graces'
import { Button } from '@/ui/button'
import { saveFile } from '@/ui/save-file'

const loadDialog = () => import('./show-once-dialog')
const ShowOnceDialog = lazy(async () => ({ default: (await loadDialog()).ShowOnceDialog }))

/** Fetches the dialog's code ahead: once a secret has come it is too late to find that there is none. */
export const preloadShowOnce = () => void loadDialog().catch(() => undefined)

/** Shows a secret once. While it stands, leaving the page asks first; ending the session does not. */
export function ShowOnce(props: ShowOnceProps) {
  const { issued, before, onStored } = props
  const blocker = useBlocker({
    // The page's own tidying of its address leaves nothing.
    shouldBlockFn: ({ action, current, next }) =>
      action !== 'REPLACE' || current.pathname !== next.pathname,
    withResolver: true,
  })

  useEffect(() => {
    if (issued.action === 'provision') watchForContact(before)
    if (issued.action === 'rotate-secret') {
      rememberGrace(before.id, issued.rotatedSecret.gracePeriodMinutes)
    }
  }, [issued, before])

  function leave() {
    blocker.proceed?.()
    // Another part of the same plant's page would keep it.
    onStored()
  }

  const leaving = blocker.status === 'blocked' ? { stay: blocker.reset, leave } : undefined
  return (
    <>
      {/* Code that is gone after a deploy is no reason to reload: the secret would be lost. */}
      <div data-dirty hidden />
      <WithoutDialog {...props} leaving={leaving}>
        <Suspense fallback={null}>
          <ShowOnceDialog {...props} leaving={leaving} />
        </Suspense>
      </WithoutDialog>
    </>
  )
}

type WithoutDialogProps = ShowOnceProps & { leaving: Leaving | undefined; children: ReactNode }

/** When the dialog cannot be had or breaks, what was issued can still be saved. */
class WithoutDialog extends Component<WithoutDialogProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    const { issued, before, onStored, leaving, children } = this.props
    if (!this.state.isBroken) return children
    return (
      <div
        role="alert"
        className="fixed inset-x-0 top-0 z-50 flex flex-wrap items-center gap-2 border-b border-warn-line bg-warn-soft px-4 py-3 text-warn"
      >
        <p className="min-w-60 flex-1">
          {leaving
            ? 'Leave? What is not saved is lost.'
            : 'What was issued cannot be shown, but it can be saved. It is not shown again.'}
        </p>
        <Button variant="primary" onClick={() => saveFile(savedWhole(issued, before))}>
          Save as JSON
        </Button>
        {leaving ? (
          <>
            <Button onClick={leaving.stay}>Stay</Button>
            <Button onClick={leaving.leave}>Leave</Button>
          </>
        ) : (
          <Button onClick={onStored}>I have stored it</Button>
        )}
      </div>
    )
  }
}
