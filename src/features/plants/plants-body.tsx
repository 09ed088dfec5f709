import type { UseQueryResult } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { OnSearchChange } from './plants-search'
import { PlantsSkeleton } from './plants-skeleton'
import { PlantsTable } from './plants-table'
import type { PlantListPage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { codePart } from '@/lib/code-part'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { clockNow } from '@/ui/clock'
import { MissingPart } from '@/ui/missing-part'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'

const noPlantsPart = codePart(() => import('./no-plants'))

interface PlantsBodyProps {
  plants: UseQueryResult<PlantListPage>
  /** Unix ms, server's clock; 0 before the first reading. */
  readAtMs: number
  query: ListPlantsQuery
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onSearchChange: OnSearchChange
}

/** The table of plants, or its loading, error or empty state. */
export function PlantsBody({ plants, readAtMs, ...props }: PlantsBodyProps) {
  const { query } = props
  const { data, error, isPlaceholderData, isFetching, refetch } = plants
  const pageKey = `${query.page} ${query.limit} ${query.authMethod}`
  const latest = useMemo(() => {
    if (!data) return null
    // Placeholder rows of the previous page have no time of reading.
    const nowMs = readAtMs || clockNow()
    return { page: data, nowMs, pageKey: isPlaceholderData ? undefined : pageKey }
  }, [data, readAtMs, isPlaceholderData, pageKey])
  // New rows render in short slices, so that a slow device responds to input meanwhile.
  const deferred = useDeferredValue(latest)
  const drawn = latest && (deferred ?? latest)
  if (error && (!data || isPlaceholderData)) {
    return <QueryErrorPanel error={error} onRetry={() => refetch()} isRetrying={isFetching} />
  }
  if (!drawn) return <PlantsSkeleton rows={query.limit} />
  const { page, nowMs } = drawn
  const isOutdated = drawn.pageKey !== pageKey
  if (page.plants.length === 0 && page.unreadableRows === 0) {
    // An empty previous page says nothing about the one being loaded.
    if (isOutdated) return <PlantsSkeleton rows={query.limit} />
    return (
      <OnDemand
        part={noPlantsPart}
        fallback={<PlantsSkeleton rows={query.limit} />}
        renderMissing={(missing) => <MissingPart missing={missing} />}
      >
        {({ NoPlants }) => <NoPlants data={page} {...props} />}
      </OnDemand>
    )
  }
  return (
    <>
      <PlantsTable plants={page.plants} nowMs={nowMs} isOutdated={isOutdated} pageKey={pageKey} />
      {page.unreadableRows > 0 ? (
        <Notice tone="warn">
          <p>
            {page.unreadableRows} of the rows on this page couldn’t be read and{' '}
            {page.unreadableRows === 1 ? 'isn’t' : 'aren’t'} shown.
          </p>
        </Notice>
      ) : null}
    </>
  )
}
