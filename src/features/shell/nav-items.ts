import { BookOpen, Factory, LayoutDashboard, Settings, ShieldCheck, Terminal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useDeployment } from '@/api/session/session-context'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'

export interface NavItem {
  label: string
  icon: LucideIcon
  href: string
  /** Served by the backend, not a route of the dashboard. */
  isExternal: boolean
  /** Shows how many certificates need attention. */
  hasAlarm?: boolean
  /** Below the other pages, at the bottom of the sidebar. */
  isAtBottom?: boolean
}

/** Returns the pages in the menu, links outside the dashboard, and the page for the user's rights alone. */
export function useNavItems(): NavItem[] {
  const { docsUrl } = useDeployment().config
  const canManage = useWhyForbidden()('manageAccounts') === undefined
  return [
    { label: 'Overview', icon: LayoutDashboard, href: '/', isExternal: false },
    { label: 'Plants', icon: Factory, href: '/plants', isExternal: false },
    {
      label: 'Certificates',
      icon: ShieldCheck,
      href: '/certificates',
      isExternal: false,
      hasAlarm: true,
    },
    { label: 'Commands', icon: Terminal, href: '/commands', isExternal: false },
    ...(docsUrl
      ? [{ label: 'API reference', icon: BookOpen, href: docsUrl, isExternal: true }]
      : []),
    ...(canManage
      ? [
          {
            label: 'Manage accounts',
            icon: Settings,
            href: '/accounts',
            isExternal: false,
            isAtBottom: true,
          },
        ]
      : []),
  ]
}
