import { BookOpen, Factory, ShieldCheck, Terminal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { RuntimeConfig } from '@/api/config'

export interface NavItem {
  label: string
  icon: LucideIcon
  href: string
  /** Served by the backend, not a route of the dashboard. */
  isExternal: boolean
  /** Shows how many certificates need attention. */
  hasAlarm?: boolean
}

/** Pages in the menu, followed by links outside the dashboard. */
export function navItems({ docsUrl }: RuntimeConfig): NavItem[] {
  return [
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
  ]
}
