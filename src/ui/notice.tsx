import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { toneSoft } from './tone-classes'
import { ToneIcon } from './tone-icon'
import type { Tone } from '@/lib/tone'

interface NoticeProps {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
}

/** A message to read before going on. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={clsx('flex gap-2 rounded-md border px-3 py-2', toneSoft[tone])}>
      <ToneIcon tone={tone} className="mt-0.5 size-4" />
      <div className="flex min-w-0 flex-1 flex-col gap-1 wrap-anywhere text-ink">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
