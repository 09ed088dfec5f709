import { describeSessionEnd } from './session-end-words'
import { SignInForm } from './sign-in-form'
import { useDeployment } from '@/api/session/session-context'
import type { Person } from '@/api/session/session-grant'
import type { SessionEnd } from '@/api/session/session-renewal'
import { publicPath } from '@/lib/base-path'
import { getUnsavedRuns, setUnsavedRuns } from '@/lib/unsaved-runs'
import { unsavedRunsText } from '@/lib/unsaved-runs-text'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { Dialog } from '@/ui/dialog'

interface SessionOverDialogProps {
  person: Person
  why: SessionEnd
}

/** Dialog that asks the user to sign in again; it can only be left by signing in or out. */
export function SessionOverDialog({ person, why }: SessionOverDialogProps) {
  const { config, session } = useDeployment()
  const unsaved = getUnsavedRuns(person.username)
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => undefined}
      title="Your session is over"
      description={`${describeSessionEnd(why, config)} Sign in again to continue. Your work on this page is still here.`}
      footer={
        <>
          {unsaved > 0 ? (
            <p className="mr-auto text-sm text-warn">{unsavedRunsText(unsaved)}</p>
          ) : null}
          <Button
            variant="quiet"
            onClick={() => {
              setUnsavedRuns(person.username, 0)
              session.signOut()
            }}
          >
            Sign out
          </Button>
        </>
      }
    >
      {config.auth === 'code' ? (
        // Another tab, because leaving this page would lose the work on it; the session reaches this one by itself.
        <a
          href={publicPath('/sign-in')}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ variant: 'primary' })}
        >
          Sign in in a new tab
        </a>
      ) : (
        <SignInForm username={person.username} />
      )}
    </Dialog>
  )
}
