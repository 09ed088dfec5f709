import type { ReactNode } from 'react'
import { type Tone, toneText } from './tone'
import { ToneIcon } from './tone-icon'

interface FindingProps {
  tone: Tone
  children: ReactNode
}

/** What a look at something has shown; unlike a StatusBadge it is a sentence, and may take lines. */
export function Finding({ tone, children }: FindingProps) {
  return (
    <p className={`flex gap-1.5 font-medium ${toneText[tone]}`}>
      <ToneIcon tone={tone} className="mt-0.5 size-4" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
