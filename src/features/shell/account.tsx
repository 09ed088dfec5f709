import { LogOut } from 'lucide-react'
import { useDeployment, usePerson } from '@/api/session-context'
import { describeRoles } from '@/domain/permission'
import { Data } from '@/ui/data'
import { IconButton } from '@/ui/icon-button'

/** Who is signed in, as what and where, and the way out. */
export function Account() {
  const { session } = useDeployment()
  const person = usePerson()
  if (!person) return null
  const about = [describeRoles(person), person.organizationName].filter(Boolean).join(' · ')
  return (
    <div className="flex items-center gap-1 border-l border-line pl-3 max-md:border-0 max-md:pl-0">
      <div className="flex max-w-56 min-w-0 flex-col max-lg:hidden">
        <Data isTruncated className="text-sm leading-4 font-medium">
          {person.name ?? person.username}
        </Data>
        {about ? (
          <Data isTruncated className="text-xs text-muted">
            {about}
          </Data>
        ) : null}
      </div>
      <IconButton label="Sign out" onClick={() => session.signOut()}>
        <LogOut aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
