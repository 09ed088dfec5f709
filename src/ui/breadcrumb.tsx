import { ChevronRight } from 'lucide-react'
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** The header element that pages render their breadcrumbs into; null until the header is mounted. */
export const BreadcrumbSlot = createContext<HTMLElement | null>(null)

interface BreadcrumbProps {
  above?: ReactNode
  current: ReactNode
}

/** Breadcrumbs, rendered by a page but shown in the header, because only the page knows its title. */
export function Breadcrumb({ above, current }: BreadcrumbProps) {
  const slot = use(BreadcrumbSlot)
  if (!slot) return null
  return createPortal(
    <ol className="flex min-w-0 items-center gap-1">
      {above ? (
        <li className="flex shrink-0 items-center gap-1 text-muted max-md:hidden">
          {above}
          <ChevronRight aria-hidden className="size-4 text-faint" />
        </li>
      ) : null}
      <li aria-current="page" className="min-w-0 truncate font-medium">
        {current}
      </li>
    </ol>,
    slot,
  )
}
