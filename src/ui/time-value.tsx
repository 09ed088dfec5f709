import type { ReactNode } from 'react'
import { Unreadable } from './unreadable'
import { UntrustedText } from './untrusted-text'
import { readInstant } from '@/lib/instants'

export interface TimeValueProps {
  value: string | number | Date | null | undefined
  absent?: string
  isUnreadable?: boolean
  className?: string
}

/** Returns the instant of a value (Unix ms), or what to show instead; invalid dates appear as the server sent them. */
export function timeValue(props: TimeValueProps): { atMs: number } | { instead: ReactNode } {
  const { value, absent = 'never', isUnreadable = false, className } = props
  const atMs = readInstant(value)
  if (isUnreadable) return { instead: <Unreadable className={className} /> }
  if (atMs === null) return { instead: <span className={className}>{absent}</span> }
  if (atMs !== undefined) return { atMs }
  return { instead: <UntrustedText className={className}>{String(value)}</UntrustedText> }
}
