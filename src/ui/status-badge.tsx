import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from './badge'
import { toneText } from './tone-classes'
import { ToneIcon } from './tone-icon'
import type { Tone } from '@/lib/tone'

interface StatusBadgeProps {
  tone: Tone
  children: ReactNode
  icon?: LucideIcon
  /** Without a box, for tables, where fifty boxes are distracting. */
  isPlain?: boolean
  className?: string
}

export function StatusBadge({ tone, children, icon: Icon, isPlain, className }: StatusBadgeProps) {
  const size = isPlain ? 'size-4' : 'size-3.5'
  const icon = Icon ? (
    <Icon aria-hidden className={`shrink-0 ${size}`} />
  ) : (
    <ToneIcon tone={tone} className={size} />
  )
  if (!isPlain) {
    return (
      <Badge tone={tone} icon={icon} className={className}>
        {children}
      </Badge>
    )
  }
  return (
    <span
      className={clsx(
        'inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle',
        toneText[tone],
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
