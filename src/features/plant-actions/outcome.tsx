import type { ReactNode } from 'react'

const focusOn = (element: HTMLElement | null) => element?.focus()

/** Takes the focus from the button that is gone, so that the outcome is what is read next. */
export function Outcome({ children }: { children: ReactNode }) {
  return (
    <div ref={focusOn} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {children}
    </div>
  )
}
