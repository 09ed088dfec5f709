import { Building2 } from 'lucide-react'
import { openOrganizations } from './shell-dialogs'
import type { OrganizationMenu } from '@/domain/accounts/organization-menu'
import { Button } from '@/ui/button'
import type { MenuAction } from '@/ui/menu-items'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

export { organizationsQuery } from '@/api/organizations'
export { organizationMenu } from '@/domain/accounts/organization-menu'

const icon = <Building2 aria-hidden className="size-4" />
const unnamed = 'Unknown organization'

/** Names the organization on screen and opens the dialog to switch to another one. */
export function OrganizationButton({ name, isLost }: OrganizationMenu) {
  return (
    <Button
      variant="quiet"
      icon={icon}
      aria-haspopup="dialog"
      className="max-md:hidden"
      tip="Switch organization"
      onClick={openOrganizations}
    >
      <span className="sr-only">Organization: </span>
      <UntrustedText
        isCut
        isTruncated
        fallback={unnamed}
        className={`max-w-40 max-lg:sr-only ${isLost ? 'text-warn' : ''}`}
      >
        {name}
      </UntrustedText>
    </Button>
  )
}

/** Returns the same for the menu of narrow headers. */
export function organizationItem({ name }: OrganizationMenu): MenuAction {
  return {
    key: 'organization',
    label: 'Switch organization',
    icon,
    description: visibleText(name ?? unnamed),
    onAction: openOrganizations,
  }
}
