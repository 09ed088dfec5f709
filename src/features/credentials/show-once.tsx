import { Component, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { watchForContact } from './contact-watches'
import { issuedFile } from './issued-file'
import type { ShowOnceProps } from './show-once-props'
import { codePart } from '@/lib/code-part'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'
import { saveFile } from '@/ui/save-file'
import type { Missing } from '@/ui/use-code'
import { type Leaving, useLeaveGuard } from '@/ui/use-leave-guard'

const dialogPart = codePart(() => import('./show-once-dialog'))

/** Preloads the dialog's code: after a secret has been issued it is too late to find that it can't be loaded. */
export const preloadShowOnce = dialogPart.preload

/** Shows issued credentials once. Leaving the page needs confirmation; signing out doesn't. */
export function ShowOnce(props: ShowOnceProps) {
  const { issued, before, beforeReadAtMs, onStored } = props
  const guard = useLeaveGuard(true)

  useEffect(() => {
    if (issued.action === 'provision') watchForContact(before, beforeReadAtMs)
  }, [issued, before, beforeReadAtMs])

  function leave() {
    guard?.leave()
    // Another tab of the plant's page keeps this component mounted, so it has to be closed explicitly.
    onStored()
  }

  const leaving = guard && { stay: guard.stay, leave }
  return (
    <WithoutDialog {...props} leaving={leaving}>
      <OnDemand
        part={dialogPart}
        fallback={null}
        renderMissing={(missing) => <SaveOnly {...props} leaving={leaving} missing={missing} />}
      >
        {({ ShowOnceDialog }) => <ShowOnceDialog {...props} leaving={leaving} />}
      </OnDemand>
    </WithoutDialog>
  )
}

type WithoutDialogProps = ShowOnceProps & { leaving: Leaving | undefined }

/** Error boundary: when the dialog fails to render, the credentials can still be saved. */
class WithoutDialog extends Component<
  WithoutDialogProps & { children: ReactNode },
  { isBroken: boolean }
> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    const { children, ...rest } = this.props
    return this.state.isBroken ? <SaveOnly {...rest} /> : children
  }
}

function SaveOnly(props: WithoutDialogProps & { missing?: Missing }) {
  const { issued, before, onStored, leaving, missing } = props
  const [isSaved, setIsSaved] = useState(false)
  const [isDoubted, setIsDoubted] = useState(false)
  return (
    <div role="alert" className="fixed inset-x-0 top-0 z-50">
      <Notice
        tone="warn"
        isBar
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                saveFile(issuedFile(issued, before))
                setIsSaved(true)
                setIsDoubted(false)
              }}
            >
              Save as JSON
            </Button>
            {leaving ? (
              <>
                <Button onClick={leaving.stay}>Stay</Button>
                <Button onClick={leaving.leave}>Leave</Button>
              </>
            ) : (
              <>
                {missing && !missing.isOutdated ? (
                  <Button isPending={missing.isRetrying} onClick={missing.retry}>
                    Try again
                  </Button>
                ) : null}
                {isDoubted ? (
                  <Button onClick={onStored}>Close anyway</Button>
                ) : (
                  <Button onClick={isSaved ? onStored : () => setIsDoubted(true)}>
                    I have stored it
                  </Button>
                )}
              </>
            )}
          </>
        }
      >
        <p>
          {leaving ? 'Leave? Anything you haven’t saved is lost.' : null}
          {!leaving && isDoubted ? 'Close without saving the credentials?' : null}
          {!leaving && !isDoubted
            ? 'The issued credentials can’t be displayed, but you can save them. They may not be available again.'
            : null}
        </p>
      </Notice>
    </div>
  )
}
