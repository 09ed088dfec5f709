import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something about the numbers below that the reader must know before believing them. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-md border border-warn-line bg-warn-soft px-3 py-2 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere tabular-nums">{children}</span>
    </p>
  )
}
