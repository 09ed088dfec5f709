import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { toneSoft, toneText } from './tone-classes'
import { ToneIcon } from './tone-icon'
import type { Tone } from '@/lib/tone'

interface NoticeProps {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Runs from edge to edge, above the page. */
  isBar?: boolean
}

/** A message to read before going on. */
export function Notice({ tone, title, children, actions, isBar = false }: NoticeProps) {
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2',
        isBar ? 'border-b px-4 py-1.5' : 'rounded-md border px-3 py-2',
        toneSoft[tone],
      )}
    >
      <div className="flex min-w-0 flex-1 basis-70 gap-2">
        <ToneIcon tone={tone} className="mt-0.5 size-4" />
        <div className="flex min-w-0 flex-1 flex-col gap-1 wrap-anywhere text-ink">
          {title ? <p className={clsx('font-medium', toneText[tone])}>{title}</p> : null}
          {children}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  )
}
