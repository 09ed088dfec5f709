import { clsx } from 'clsx'
import { useOrganizations } from './use-organizations'
import { usePerson } from '@/api/session/session-context'
import { describeRoles } from '@/domain/actions/permission'
import { UntrustedText } from '@/ui/untrusted-text'

interface PersonLinesProps {
  isTruncated?: boolean
  className?: string
}

export function PersonLines({ isTruncated, className }: PersonLinesProps) {
  const person = usePerson()
  const organizations = useOrganizations()
  if (!person) return null
  const organizationName = organizations ? organizations.menu.name : person.organizationName
  const about = [describeRoles(person), organizationName].filter(Boolean).join(' · ')
  return (
    <div className={clsx('flex min-w-0 flex-col wrap-anywhere', className)}>
      <UntrustedText isTruncated={isTruncated} className="text-sm leading-4 font-medium">
        {person.name ?? person.username}
      </UntrustedText>
      {about ? (
        <UntrustedText isTruncated={isTruncated} className="text-xs text-muted">
          {about}
        </UntrustedText>
      ) : null}
    </div>
  )
}
