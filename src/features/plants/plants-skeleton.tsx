import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

/** Placeholder rows in the shape of the table, so that nothing moves when the rows arrive. */
export function PlantsSkeleton({ rows }: { rows: number }) {
  return (
    <div className="min-h-0 overflow-hidden rounded-md border border-line bg-surface">
      <SkeletonGroup label="Loading plants">
        <div className="h-8 border-b border-line bg-canvas" />
        {Array.from({ length: rows }, (_, row) => (
          <div
            key={row}
            className="flex h-8 items-center gap-8 border-b border-line px-3 last:border-0 max-md:h-40"
          >
            <Skeleton className="h-3 w-1/4" />
            <Skeleton className="h-3 w-1/6" />
            <Skeleton className="h-3 flex-1" />
          </div>
        ))}
      </SkeletonGroup>
    </div>
  )
}
