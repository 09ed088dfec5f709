import { Bookmark } from 'lucide-react'
import { printSort } from '@/domain/fleet/fleet-sort'
import { type SavedView, builtInViews, viewOf } from '@/domain/fleet/saved-views'
import type { FilterLine } from '@/fleet/use-filter-line'
import { useSavedViews } from '@/fleet/use-saved-views'
import { MenuButton } from '@/ui/menu-button'
import { visibleText } from '@/ui/visible-text'

interface ViewsMenuProps {
  line: FilterLine
  onSave: () => void
  onManage: () => void
}

/** Opens a saved view, saves the current one, or leads to all of them. */
export function ViewsMenu({ line, onSave, onManage }: ViewsMenuProps) {
  const { views } = useSavedViews().saved
  const current = { q: line.text, sort: printSort(line.sort) }
  const shown = viewOf([...builtInViews, ...views], current)
  const item = (view: SavedView) => ({
    key: view.name,
    label: visibleText(view.name),
    description: view === shown ? 'Chosen' : undefined,
    onAction: () => line.open(view),
  })
  return (
    <MenuButton
      label="Views"
      size="sm"
      icon={<Bookmark aria-hidden className="size-3.5" />}
      items={[
        builtInViews.map(item),
        ...(views.length > 0 ? [views.map(item)] : []),
        [
          { key: ' save', label: 'Save this view…', onAction: onSave },
          { key: ' manage', label: 'Manage views…', onAction: onManage },
        ],
      ]}
    >
      <span className="max-w-48 truncate">{shown ? visibleText(shown.name) : 'Views'}</span>
    </MenuButton>
  )
}
