import { ListFilter } from 'lucide-react'
import { Button } from './button'

interface FiltersButtonProps {
  /** Number of filters in use, where the page doesn't show them beside the button. */
  count?: number
  isExpanded: boolean
  onClick: () => void
}

/** Opens the filters of a list. */
export function FiltersButton({ count = 0, isExpanded, onClick }: FiltersButtonProps) {
  return (
    <Button
      size="sm"
      icon={<ListFilter aria-hidden className="size-3.5" />}
      aria-expanded={isExpanded}
      onClick={onClick}
    >
      {count === 0 ? 'Filters' : `Filters (${count})`}
    </Button>
  )
}
