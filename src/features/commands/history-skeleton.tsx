import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

/** Placeholder rows in the shape of the table. */
export function HistorySkeleton() {
  return (
    <div className="overflow-hidden rounded-md border border-line bg-surface">
      <SkeletonGroup label="Loading commands">
        <div className="h-8 border-b border-line bg-canvas max-md:hidden" />
        {Array.from({ length: 10 }, (_, row) => (
          <div
            key={row}
            className="flex h-8 items-center gap-8 border-b border-line px-3 last:border-0 max-md:h-52"
          >
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-3 w-1/6" />
            <Skeleton className="h-3 flex-1" />
            <Skeleton className="h-3 w-32 max-md:hidden" />
          </div>
        ))}
      </SkeletonGroup>
    </div>
  )
}
