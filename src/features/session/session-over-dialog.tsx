import { SignInForm } from './sign-in-form'
import { useDeployment } from '@/api/session-context'
import type { Person } from '@/api/session-grant'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

export function SessionOverDialog({ person }: { person: Person }) {
  const { session } = useDeployment()
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => undefined}
      title="Your session is over"
      description="Sign in again to go on. What you were doing on this page is still there."
      footer={
        <Button variant="quiet" onClick={() => session.signOut()}>
          Sign out
        </Button>
      }
    >
      <SignInForm username={person.username} />
    </Dialog>
  )
}
