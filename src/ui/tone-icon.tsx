import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
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

export function ToneIcon({ tone, className = 'size-4' }: ToneIconProps) {
  const Icon = icons[tone]
  return <Icon aria-hidden className={`shrink-0 ${className}`} />
}
