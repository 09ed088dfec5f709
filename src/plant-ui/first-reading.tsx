import { QueryErrorPanel } from './query-error-panel'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface FirstReadingProps {
  reading: { error: Error | null; isFetching: boolean; readAgain: () => unknown }
}

/** Skeleton or error, shown until the plant is loaded. */
export function FirstReading({ reading }: FirstReadingProps) {
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
