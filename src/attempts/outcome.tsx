import type { ReactNode } from 'react'
import { focusIt } from '@/ui/focus-it'

/** Outcome of an attempt. It takes the focus from the removed button, so that screen readers read it next. */
export function Outcome({ children }: { children: ReactNode }) {
  return (
    <div ref={focusIt} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {children}
    </div>
  )
}
