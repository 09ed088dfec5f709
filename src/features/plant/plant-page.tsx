import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { NeighbourPlants } from './neighbour-plants'
import { PlantBanner } from './plant-banner'
import { PlantButtons } from './plant-buttons'
import { PlantHeader } from './plant-header'
import { isPlantPart, plantParts } from './plant-parts'
import { PlantTabs } from './plant-tabs'
import { PlantsLink } from './plants-link'
import { describeError } from '@/api/error-messages'
import { findListedPlant } from '@/api/plant-cache'
import { isPlantGone } from '@/api/plant-gone'
import type { Plant } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { useDeployment } from '@/api/session/session-context'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { plantName } from '@/domain/plant/plant-name'
import type { PlantPart } from '@/domain/problems/problem-rules'
import { openedPlant } from '@/fleet/opened-from'
import { noteRecentPlant } from '@/fleet/recent-plants'
import { NameText } from '@/plant-ui/name-text'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { Breadcrumb } from '@/ui/breadcrumb'
import { buttonClass } from '@/ui/button-class'
import { clockNow } from '@/ui/clock'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { recordPageClass } from '@/ui/page-class'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'
import { visibleText } from '@/ui/visible-text'

interface PlantPageProps {
  plantId: string
  onAction: (action: PlantAction) => void
  /** The way back to where the plant was opened from. */
  way?: ReactNode
  /** The selected part; rendered only once the plant is loaded. */
  children: ReactNode
}

export function PlantPage({ plantId, onAction, way, children }: PlantPageProps) {
  const queryClient = useQueryClient()
  const { titles } = useDeployment().config
  const refreshEveryMs = useRefreshEveryMs()
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    ...plantQueries.detail(plantId),
    refetchInterval: refreshEveryMs,
  })
  const readAtMs = useReadAt(dataUpdatedAt)
  const isRead = data !== undefined
  useEffect(() => {
    if (isRead) noteRecentPlant(plantId)
  }, [isRead, plantId])
  const part = usePart()
  const isGone = isPlantGone(error)
  const listed = data
    ? undefined
    : latestRead(openedPlant(plantId), findListedPlant(queryClient, plantId))
  const known = isGone ? undefined : (data ?? listed?.plant)
  // The list contains no alerts, so problems are shown only once the plant itself is loaded.
  const nowMs = data ? readAtMs : (listed?.readAtMs ?? clockNow())
  return (
    <div className={recordPageClass}>
      {part ? <title>{titleOf(titles === 'named' ? known : undefined, part)}</title> : null}
      <Breadcrumb
        above={<PlantsLink className="text-muted hover:text-ink">Plants</PlantsLink>}
        current={known ? <NameText of={known} isCut /> : 'Plant'}
      />
      <NeighbourPlants plantId={plantId} part={part ?? 'overview'} />
      {way}
      {known ? (
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div>
            <PlantHeader plant={known} nowMs={nowMs} />
            {listed ? <Freshness updatedAtMs={listed.readAtMs} /> : null}
          </div>
          {data ? <PlantButtons plant={data} nowMs={nowMs} onAction={onAction} /> : null}
        </div>
      ) : (
        <h1 className="sr-only">Plant</h1>
      )}
      {error && (!data || isGone) ? (
        <QueryErrorPanel
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
          actions={<PlantsLink className={buttonClass()}>Go to Plants</PlantsLink>}
        />
      ) : null}
      {!data && !error ? <PlantSkeleton isHeaderKnown={known !== undefined} /> : null}
      {data && !isGone ? (
        <>
          <StaleNotice
            updatedAtMs={readAtMs}
            failure={error ? describeError(error).title : undefined}
          />
          <PlantBanner plantId={plantId} plant={data} nowMs={nowMs} />
          <PlantTabs plantId={plantId} plant={data} current={part} />
          {children}
          <Freshness updatedAtMs={readAtMs} />
        </>
      ) : null}
    </div>
  )
}

/** Returns the reading that is the later one; of equal ones, the first. */
function latestRead<Reading extends { readAtMs: number }>(
  one: Reading | undefined,
  other: Reading | undefined,
): Reading | undefined {
  if (!one || !other) return one ?? other
  return other.readAtMs > one.readAtMs ? other : one
}

/** Returns the part that the URL selects; undefined for an unknown one. */
function usePart(): PlantPart | undefined {
  const last = useLocation({ select: ({ pathname }) => pathname.replace(/\/+$/, '').split('/')[3] })
  if (last === undefined) return 'overview'
  return isPlantPart(last) ? last : undefined
}

function PlantSkeleton({ isHeaderKnown }: { isHeaderKnown: boolean }) {
  return (
    <SkeletonGroup label="Loading the plant">
      {isHeaderKnown ? null : (
        <>
          <Skeleton className="mb-2 h-7 w-80 max-w-full" />
          <Skeleton className="mb-6 h-4 w-52" />
        </>
      )}
      <Skeleton className="mb-4 h-9 w-full" />
      <Skeleton className="h-72 w-full" />
    </SkeletonGroup>
  )
}

function titleOf(plant: Plant | undefined, part: PlantPart): string {
  const name = plant ? visibleText(plantName(plant)) : ''
  return [part === 'overview' ? '' : plantParts[part].label, name || 'Plant', 'Plantdeck']
    .filter(Boolean)
    .join(' · ')
}
