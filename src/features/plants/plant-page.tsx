import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PlantFacts } from './plant-facts'
import { PlantHeader } from './plant-header'
import { Metadata } from './metadata'
import { describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Data } from '@/ui/data'
import { buttonClass } from '@/ui/button-class'
import { ErrorPanel } from '@/ui/error-panel'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { visibleText } from '@/ui/visible-text'

export function PlantPage({ plantId }: { plantId: string }) {
  const plant = useQuery({
    ...plantQueries.detail(plantId),
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, isFetching, dataUpdatedAt, refetch } = plant
  const isGone = error instanceof ApiError && error.code === 'PLANT_NOT_FOUND'
  const toPlants = (
    <Link to="/plants" activeOptions={{ exact: true }} className="text-muted hover:text-ink">
      Plants
    </Link>
  )
  const problem = error ? describeError(error) : undefined
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4">
      <title>{`${data && !isGone ? titleOf(data) : 'Plant'} · Plantdeck`}</title>
      <Breadcrumb
        above={toPlants}
        current={data ? <Data fallback="(no name)">{data.name}</Data> : 'Plant'}
      />
      {data && !isGone ? null : <h1 className="sr-only">Plant</h1>}
      {problem && (!data || isGone) ? (
        <ErrorPanel
          title={problem.title}
          detail={problem.technical}
          onRetry={() => refetch()}
          isRetrying={isFetching}
          isAlert
          actions={
            <Link to="/plants" className={buttonClass()}>
              Go to Plants
            </Link>
          }
        >
          {problem.detail}
        </ErrorPanel>
      ) : null}
      {!data && !error ? <PlantSkeleton /> : null}
      {data && !isGone ? (
        <>
          <StaleNotice updatedAtMs={dataUpdatedAt} failure={problem?.title} />
          <PlantHeader plant={data} nowMs={dataUpdatedAt} />
          <PlantFacts plant={data} nowMs={dataUpdatedAt} />
          <Metadata text={data.metadata} />
          <Freshness updatedAtMs={dataUpdatedAt} />
        </>
      ) : null}
    </div>
  )
}

function PlantSkeleton() {
  return (
    <SkeletonGroup label="Loading the plant">
      <Skeleton className="mb-2 h-7 w-80 max-w-full" />
      <Skeleton className="mb-6 h-4 w-52" />
      <Skeleton className="h-72 w-full" />
    </SkeletonGroup>
  )
}

function titleOf({ name, serialNumber }: PlantDetail): string {
  return visibleText(name || serialNumber) || 'Plant'
}
