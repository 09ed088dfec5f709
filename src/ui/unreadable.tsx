import { StatusBadge } from './status-badge'

/** Stands for a value that the server sent and nobody can read; a missing one has words of its own. */
export function Unreadable({ className }: { className?: string | undefined }) {
  return (
    <StatusBadge isPlain tone="warn" className={className}>
      unreadable
    </StatusBadge>
  )
}
