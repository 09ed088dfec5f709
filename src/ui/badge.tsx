import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { toneSoft } from './tone-classes'
import type { Tone } from '@/lib/tone'

interface BadgeProps {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
  className?: string
}

/** A word in a box. For states use StatusBadge, which never relies on colour alone. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 max-w-full items-center align-middle gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        toneSoft[tone],
        className,
      )}
    >
      {icon}
      <span translate="no" className="truncate">
        {children}
      </span>
    </span>
  )
}
