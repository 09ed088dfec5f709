import { useNavigate } from '@tanstack/react-router'
import { closeShellDialog } from './shell-dialogs'
import { useSignOut } from './use-sign-out'
import { usePerson } from '@/api/session/session-context'
import { getUnsavedRuns } from '@/lib/unsaved-runs'
import { unsavedRunsText } from '@/lib/unsaved-runs-text'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

/** Asks before signing out ends runs, or deletes results that were not exported. */
export function SignOutDialog() {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const count = getUnsavedRuns(usePerson()?.username ?? '')
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title="Sign out and delete results?"
      description={unsavedRunsText(count)}
      onClose={closeShellDialog}
      footer={
        <>
          <Button onClick={closeShellDialog}>Cancel</Button>
          <Button
            onClick={() => {
              closeShellDialog()
              void navigate({ to: '/commands' })
            }}
          >
            Show the runs
          </Button>
          <Button variant="danger" onClick={() => signOut(true)}>
            Sign out anyway
          </Button>
        </>
      }
    />
  )
}
