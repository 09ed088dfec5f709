import type { PlantReading } from './use-plant-reading'
import { describeError } from '@/api/error-messages'
import { ErrorPanel } from '@/ui/error-panel'
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
  const { title, detail, technical, retryAtMs } = describeError(error)
  return (
    <ErrorPanel
      title="Couldn’t load the plant"
      detail={technical}
      onRetry={readAgain}
      isRetrying={isFetching}
      retryAtMs={retryAtMs}
      isAlert
    >
      {`${title}. ${detail}`}
    </ErrorPanel>
  )
}
