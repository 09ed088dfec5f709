import type { ReactNode } from 'react'
import { toneText } from './tone-classes'
import { ToneIcon } from './tone-icon'
import type { Tone } from '@/lib/tone'

interface FindingProps {
  tone: Tone
  children: ReactNode
}

/** The result of a check as a sentence; unlike a StatusBadge, it may wrap. */
export function Finding({ tone, children }: FindingProps) {
  return (
    <p className={`flex gap-1.5 font-medium ${toneText[tone]}`}>
      <ToneIcon tone={tone} className="mt-0.5 size-4" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
