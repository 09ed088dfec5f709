import { Sun } from 'lucide-react'
import { codePart } from '@/lib/code-part'
import { MenuButton } from '@/ui/menu-button'

const itemsPart = codePart(() => import('./view-menu-items'))

export function ViewMenu() {
  return (
    <MenuButton
      label="View"
      isIconOnly
      variant="quiet"
      icon={<Sun aria-hidden className="size-4" />}
      itemsPart={itemsPart}
    />
  )
}
