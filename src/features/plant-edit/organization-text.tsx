import { clsx } from 'clsx'
import { useOrganizationList } from './use-organization-list'
import { nameOfOrganization } from '@/domain/accounts/organization-menu'
import { UntrustedText } from '@/ui/untrusted-text'

interface OrganizationTextProps {
  id: string | null | undefined
  isUnreadable?: boolean
}

/** Name of an organization, where it is known, beside its ID. */
export function OrganizationText({ id, isUnreadable = false }: OrganizationTextProps) {
  const name = nameOfOrganization(useOrganizationList(), id)
  return (
    <>
      {name === undefined || isUnreadable ? null : (
        <>
          <UntrustedText isCut>{name}</UntrustedText>{' '}
        </>
      )}
      <UntrustedText
        isUnreadable={isUnreadable}
        className={clsx('font-mono text-sm', name !== undefined && 'block')}
      >
        {id}
      </UntrustedText>
    </>
  )
}
