import { clsx } from 'clsx'
import type { ReactNode } from 'react'

interface ListLineProps {
  /** Shown before the name, as a severity. */
  badge?: ReactNode
  name: ReactNode
  /** Numbers, beside the name or, where there is no room, below it. */
  figures: ReactNode
}

/** A line of a list of names with figures. */
export function ListLine({ badge, name, figures }: ListLineProps) {
  return (
    <div className="@container w-full">
      <div
        className={clsx(
          'grid items-center gap-x-3',
          badge
            ? 'grid-cols-[5rem_minmax(0,1fr)] @lg:grid-cols-[5rem_minmax(0,1fr)_auto]'
            : 'grid-cols-[minmax(0,1fr)] @lg:grid-cols-[minmax(0,1fr)_auto]',
        )}
      >
        {badge}
        <div className="flex min-w-0">{name}</div>
        <div className={clsx('text-sm text-muted tabular-nums', badge && '@max-lg:col-start-2')}>
          {figures}
        </div>
      </div>
    </div>
  )
}
