import type { Tone } from '@/lib/tone'

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  info: 'text-info',
  warn: 'text-warn',
  danger: 'text-danger',
  neutral: 'text-neutral',
}

export const toneSoft: Record<Tone, string> = {
  ok: 'bg-ok-soft border-ok-line text-ok',
  info: 'bg-info-soft border-info-line text-info',
  warn: 'bg-warn-soft border-warn-line text-warn',
  danger: 'bg-danger-soft border-danger-line text-danger',
  neutral: 'bg-neutral-soft border-neutral-line text-neutral',
}
