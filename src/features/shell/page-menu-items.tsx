import { useNavigate } from '@tanstack/react-router'
import { useNavItems } from './nav-items'
import { PersonLines } from './person-lines'
import { useCertificateAlarm } from './use-certificate-alarm'
import { useOrganizations } from './use-organizations'
import { type MenuProps, Menu as PlainMenu } from '@/ui/menu'

export function Menu(props: Omit<MenuProps, 'items'>) {
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
  return <PlainMenu {...props} items={items} header={<PersonLines />} />
}
