import { openSignOut } from './shell-dialogs'
import { useDeployment, usePerson } from '@/api/session/session-context'
import { getUnsavedRuns, setUnsavedRuns } from '@/lib/unsaved-runs'

/** Returns the function that signs out; `isSure` leaves out the question about results that would be lost. */
export function useSignOut(): (isSure?: boolean) => void {
  const { session } = useDeployment()
  const username = usePerson()?.username
  return (isSure = false) => {
    if (!isSure && username !== undefined && getUnsavedRuns(username) > 0) {
      openSignOut()
      return
    }
    if (username !== undefined) setUnsavedRuns(username, 0)
    session.signOut()
  }
}
