import { LoaderCircle } from 'lucide-react'

interface SpinnerProps {
  /** Announced to screen readers; omit it next to text that reports the progress. */
  label?: string
  className?: string
}

export function Spinner({ label, className = 'size-4' }: SpinnerProps) {
  return (
    <span className="inline-flex">
      <LoaderCircle aria-hidden className={`animate-spin ${className}`} />
      {label ? <output className="sr-only">{label}</output> : null}
    </span>
  )
}
