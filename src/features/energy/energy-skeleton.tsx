import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

const tiles = ['first', 'second', 'third', 'fourth', 'fifth']

export function EnergySkeleton() {
  return (
    <SkeletonGroup label="Loading the day’s energy">
      <div className="flex flex-col gap-4">
        <Skeleton className="h-5 w-80 max-w-full" />
        <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
          {tiles.map((tile) => (
            <Skeleton key={tile} className="h-24 max-md:last:col-span-2" />
          ))}
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          <Skeleton className="h-64" />
          <Skeleton className="h-64" />
        </div>
        <Skeleton className="h-80" />
      </div>
    </SkeletonGroup>
  )
}
