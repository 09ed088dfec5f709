import { StatusBadge } from './status-badge'

/** Shown for a value that was received but could not be read; a missing value has its own text. */
export function Unreadable({ className }: { className?: string | undefined }) {
  return (
    <StatusBadge isPlain tone="warn" className={className}>
      unreadable
    </StatusBadge>
  )
}
