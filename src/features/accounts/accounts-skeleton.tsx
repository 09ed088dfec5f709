import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

/** Placeholder rows in the shape of the table. */
export function AccountsSkeleton() {
  return (
    <SkeletonGroup label="Loading the accounts">
      <div className="overflow-hidden rounded-md border border-line bg-surface">
        <div className="h-8 border-b border-line bg-canvas max-md:hidden" />
        {Array.from({ length: 8 }, (_, row) => (
          <div
            key={row}
            className="flex h-8 items-center gap-8 border-b border-line px-3 last:border-0 max-md:h-40"
          >
            <Skeleton className="h-3 w-1/5" />
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-20 max-md:hidden" />
            <Skeleton className="h-3 flex-1 max-md:hidden" />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
