import { Component, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { Notice } from './notice'
import { OnDemand } from './on-demand'
import { type FileToSave, saveFile } from './save-file'
import type { Missing } from './use-code'
import { type Leaving, useLeaveGuard } from './use-leave-guard'
import type { CodePart } from '@/lib/code-part'

interface ShowOnceGuardProps<T> {
  /** Code of the dialog that shows the secrets. */
  part: CodePart<T>
  /** Makes the file in which the secrets can be saved without the dialog. */
  file: () => FileToSave
  onStored: () => void
  children: (code: T, leaving: Leaving | undefined) => ReactNode
}

/** Guards issued credentials: leaving the page needs confirmation, and without the dialog they can be saved. */
export function ShowOnceGuard<T>({ part, file, onStored, children }: ShowOnceGuardProps<T>) {
  const guard = useLeaveGuard(true)

  function leave() {
    guard?.leave()
    // The next page may keep this component mounted, so it has to be closed explicitly.
    onStored()
  }

  const leaving = guard && { stay: guard.stay, leave }
  const saving = { file, onStored, leaving }
  return (
    <WithoutDialog {...saving}>
      <OnDemand
        part={part}
        fallback={null}
        renderMissing={(missing) => <SaveOnly {...saving} missing={missing} />}
      >
        {(code) => children(code, leaving)}
      </OnDemand>
    </WithoutDialog>
  )
}

interface SavingProps {
  file: () => FileToSave
  onStored: () => void
  leaving: Leaving | undefined
}

/** Error boundary: when the dialog fails to render, the credentials can still be saved. */
class WithoutDialog extends Component<
  SavingProps & { children: ReactNode },
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

function SaveOnly(props: SavingProps & { missing?: Missing }) {
  const { file, onStored, leaving, missing } = props
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
                saveFile(file())
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
