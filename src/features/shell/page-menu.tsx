import { useNavigate } from '@tanstack/react-router'
import { Menu } from 'lucide-react'
import { useNavItems } from './nav-items'
import { PersonLines } from './person-lines'
import { useCertificateAlarm } from './use-certificate-alarm'
import { useOrganizations } from './use-organizations'
import { MenuButton } from '@/ui/menu-button'

/** Menu that replaces the sidebar on phones, and shows the signed-in user. */
export function PageMenu() {
  const navigate = useNavigate()
  const alarm = useCertificateAlarm()
  const organizations = useOrganizations()
  const pages = useNavItems().map(({ label, icon: Icon, href, isExternal, hasAlarm }) => ({
    key: href,
    label,
    icon: <Icon aria-hidden className="size-4" />,
    ...(hasAlarm && alarm && { description: alarm.text }),
    onAction: () =>
      isExternal ? window.open(href, '_blank', 'noreferrer') : void navigate({ to: href }),
  }))
  const items = organizations?.menu.isOffered
    ? [pages, [organizations.code.organizationItem(organizations.menu)]]
    : pages
  return (
    <div className="md:hidden">
      <MenuButton
        label="Pages"
        isIconOnly
        variant="quiet"
        icon={<Menu aria-hidden className="size-5" />}
        items={items}
        header={<PersonLines />}
      />
    </div>
  )
}
