import { LoaderCircle } from 'lucide-react'

interface SpinnerProps {
  /** Announced; omit it where other text already says that work is in progress. */
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
