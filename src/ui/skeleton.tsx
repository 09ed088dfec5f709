import type { ReactNode } from 'react'

/** A still block: size it with classes so that it takes the shape of what will stand there. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <div aria-hidden data-skeleton className={`rounded-sm bg-line ${className}`} />
}

/** Says "loading" once for a whole group of blocks. */
export function SkeletonGroup({ label = 'Loading', children }: SkeletonGroupProps) {
  return (
    <div aria-busy>
      <output className="sr-only">{label}</output>
      {children}
    </div>
  )
}

interface SkeletonGroupProps {
  label?: string
  children: ReactNode
}
