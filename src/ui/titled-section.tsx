import { useId } from 'react'
import type { ReactNode } from 'react'

interface TitledSectionProps {
  title: string
  actions?: ReactNode
  children: ReactNode
}

export function TitledSection({ title, actions, children }: TitledSectionProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 id={titleId} className="font-semibold">
          {title}
        </h3>
        {actions}
      </div>
      {children}
    </section>
  )
}
