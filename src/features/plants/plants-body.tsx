import type { UseQueryResult } from '@tanstack/react-query'
import { Factory, FilterX } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import type { OnSearchChange } from './plants-search'
import { PlantsSkeleton } from './plants-skeleton'
import { PlantsTable } from './plants-table'
import { describeError } from '@/api/error-messages'
import type { PlantPage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { authMethodLabel } from '@/domain/plant/plant-words'
import { formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { clockNow } from '@/ui/clock'
import { EmptyState } from '@/ui/empty-state'
import { ErrorPanel } from '@/ui/error-panel'

interface PlantsBodyProps {
  plants: UseQueryResult<PlantPage>
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
    const { title, detail, technical, retryAtMs } = describeError(error)
    return (
      <ErrorPanel
        title={title}
        detail={technical}
        onRetry={() => refetch()}
        isRetrying={isFetching}
        retryAtMs={retryAtMs}
        isAlert
      >
        {detail}
      </ErrorPanel>
    )
  }
  if (!drawn) return <PlantsSkeleton rows={query.limit} />
  const { page, nowMs } = drawn
  const isOutdated = drawn.pageKey !== pageKey
  if (page.plants.length === 0 && page.unreadableRows === 0) {
    // An empty previous page says nothing about the one being loaded.
    if (isOutdated) return <PlantsSkeleton rows={query.limit} />
    return <NoPlants data={page} {...props} />
  }
  return (
    <>
      <PlantsTable plants={page.plants} nowMs={nowMs} isOutdated={isOutdated} pageKey={pageKey} />
      {page.unreadableRows > 0 ? (
        <p className="text-sm text-warn">
          {page.unreadableRows} of the rows on this page couldn’t be read and{' '}
          {page.unreadableRows === 1 ? 'isn’t' : 'aren’t'} shown.
        </p>
      ) : null}
    </>
  )
}

interface NoPlantsProps extends Omit<PlantsBodyProps, 'plants' | 'readAtMs'> {
  data: PlantPage
}

function NoPlants({
  data: { meta },
  query: { page, authMethod },
  createRefusal,
  onSearchChange,
}: NoPlantsProps) {
  if (meta.total === undefined || meta.total > 0) {
    // If an empty list doesn't state its length, only the first page is known.
    const last = meta.totalPages ?? 1
    if (page === 1) {
      return (
        <EmptyState icon={Factory} title="The server sent no plants">
          {meta.total === undefined
            ? 'It didn’t say how many there are. There may be plants that aren’t shown.'
            : `It says that there are ${formatCount(meta.total)}, but sent none of them.`}
        </EmptyState>
      )
    }
    return (
      <EmptyState
        icon={Factory}
        title={`There is no page ${page}`}
        action={<Button onClick={() => onSearchChange({ page: last })}>Go to page {last}</Button>}
      >
        {meta.totalPages === undefined
          ? 'The server sent no plants for this page.'
          : `The list ends at page ${last}. It may have become shorter meanwhile.`}
      </EmptyState>
    )
  }
  if (authMethod) {
    return (
      <EmptyState
        icon={FilterX}
        title={`No plant signs in with ${authMethodLabel(authMethod)}`}
        action={
          <Button onClick={() => onSearchChange({ authMethod: undefined, page: undefined })}>
            Show all plants
          </Button>
        }
      >
        The filter hides all plants of your organization.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Factory} title="There are no plants yet">
      {createRefusal ?? 'Create the first one with “New plant”, then provision it.'}
    </EmptyState>
  )
}
