import { Menu } from 'lucide-react'
import { codePart } from '@/lib/code-part'
import { MenuButton } from '@/ui/menu-button'

const itemsPart = codePart(() => import('./page-menu-items'))

/** Menu that replaces the sidebar on phones, and shows the signed-in user. */
export function PageMenu() {
  return (
    <div className="md:hidden">
      <MenuButton
        label="Pages"
        isIconOnly
        variant="quiet"
        icon={<Menu aria-hidden className="size-5" />}
        itemsPart={itemsPart}
      />
    </div>
  )
}
