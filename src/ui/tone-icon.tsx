import type { Tone } from '@/lib/tone'

const circle = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20'

/**
 * Icons differ in shape as well as colour, so that a tone is recognisable in greyscale. They are Lucide's, each in one
 * path: a fleet's table draws a hundred of them for every key, and a row that shows another plant changes only the path.
 */
const paths: Record<Tone, string> = {
  ok: `${circle}M16 9l-5.5 5.5L8 12`,
  info: `${circle}M12 16v-4M12 8h.01`,
  warn: 'M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  danger: `${circle}M12 8v4M12 16h.01`,
  neutral:
    'M10.1 2.182a10 10 0 0 1 3.8 0M13.9 21.818a10 10 0 0 1-3.8 0M17.609 3.721a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8M20.279 17.609a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69M6.391 20.279a10 10 0 0 1-2.69-2.7',
}

interface ToneIconProps {
  tone: Tone
  className?: string
}

export function ToneIcon({ tone, className = 'size-4' }: ToneIconProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={paths[tone]} />
    </svg>
  )
}
