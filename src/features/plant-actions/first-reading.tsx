import type { PlantReading } from './use-plant-reading'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

/** Skeleton or error, shown until the plant is loaded. */
export function FirstReading({ reading }: { reading: PlantReading }) {
  const { error, isFetching, readAgain } = reading
  if (!error) {
    return (
      <SkeletonGroup label="Loading the plant">
        <Skeleton className="mb-3 h-24 w-full" />
        <Skeleton className="h-16 w-full" />
      </SkeletonGroup>
    )
  }
  return (
    <QueryErrorPanel
      error={error}
      title={plantNotLoaded}
      onRetry={readAgain}
      isRetrying={isFetching}
    />
  )
}
