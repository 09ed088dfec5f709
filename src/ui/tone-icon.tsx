import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Tone } from '@/lib/tone'

/** Icons differ in shape as well as colour, so that a tone is recognisable in greyscale. */
const icons: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  warn: TriangleAlert,
  danger: CircleAlert,
  neutral: CircleDashed,
}

interface ToneIconProps {
  tone: Tone
  className?: string
}

/** By tone and class: a table of fleets draws a hundred of them for every key, and React skips an element it knows. */
const drawn = new Map<string, ReactElement>()

export function ToneIcon({ tone, className = 'size-4' }: ToneIconProps) {
  const key = `${tone} ${className}`
  const known = drawn.get(key)
  if (known) return known
  const Icon = icons[tone]
  const icon = <Icon aria-hidden className={`shrink-0 ${className}`} />
  drawn.set(key, icon)
  return icon
}
