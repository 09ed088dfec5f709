import { LoaderCircle } from 'lucide-react'

interface SpinnerProps {
  /** Announced; leave it out where something else already says that work is going on. */
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
