import type { ReactNode } from 'react'

/** A placeholder block; its classes give it the size of the expected content. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <div aria-hidden data-skeleton className={`rounded-sm bg-line ${className}`} />
}

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
