import { useQuery } from '@tanstack/react-query'
import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { NewPlant, preloadNewPlantDialog } from './new-plant'
import { type OnSearchChange, type PlantsSearch, pageQuery } from './plants-search'
import { ServerPlants } from './server-plants'
import { isPageOf, plantQueries } from '@/api/plants'
import { useDeployment } from '@/api/session/session-context'
import type { FleetListCode, FleetListProps } from '@/fleet/list-code'
import { useLatestList } from '@/fleet/use-latest-list'
import type { CodePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Breadcrumb } from '@/ui/breadcrumb'
import { useCode } from '@/ui/use-code'
import { useRefreshEveryMs } from '@/ui/use-preference'

interface PlantsPageProps {
  search: PlantsSearch
  /** The list of the whole fleet, which replaces the server's pages. */
  fleet: {
    listPart: CodePart<FleetListCode>
    /** True while plants of an earlier visit may be about to come. */
    isAwaited: () => boolean
    subscribe: (listener: () => void) => () => void
  }
  onSearchChange: OnSearchChange
  onCreated: (plantId: string) => void
  onOpenPlant: (plantId: string) => void
  onPlanRun: FleetListProps['onPlanRun']
}

/**
 * A page of the server's list is painted first, unless the fleet is about to come from this device. The fleet's list
 * replaces it once its code and rows have arrived.
 */
export function PlantsPage(props: PlantsPageProps) {
  const { search, fleet, onSearchChange, onCreated, onOpenPlant, onPlanRun } = props
  const { listPart } = fleet
  const isAwaited = useSyncExternalStore(fleet.subscribe, fleet.isAwaited)
  useLatestList(search)
  const pageRef = useRef<HTMLDivElement>(null)
  const [isReady, setIsReady] = useState(() => listPart.now()?.isFleetReady() ?? false)
  const [isIdle, setIsIdle] = useState(false)
  // The server's list can neither search nor sort.
  const isQuestion = search.q !== undefined || search.sort !== undefined
  const isListExpected = isQuestion || isAwaited
  const query = pageQuery(search)
  const plants = useQuery({
    ...plantQueries.list(query),
    enabled: !isReady,
    placeholderData: (rows, from) => (from && isPageOf(from, query) ? rows : undefined),
    refetchInterval: useRefreshEveryMs(),
  })
  const isPainted = plants.data !== undefined
  useEffect(() => (isPainted ? whenIdle(() => setIsIdle(true)) : undefined), [isPainted])
  const { fleetLimit } = useDeployment().config
  const isTooLarge = (plants.data?.meta.total ?? 0) > fleetLimit
  const { code, missing } = useCode(listPart, {
    isNeeded: !isTooLarge && (isIdle || isQuestion),
    isAwaited: isQuestion,
  })
  const whyForbidden = useWhyForbidden()
  const createRefusal = whyForbidden('createPlant')
  const common = {
    search,
    onSearchChange,
    createRefusal,
    onCreate: () => onSearchChange({ create: true }),
    onCreateIntent: preloadNewPlantDialog,
  }
  return (
    <div ref={pageRef} className="flex flex-col gap-3 p-4 md:h-full short:h-auto">
      <title>Plants · Plantdeck</title>
      <Breadcrumb current="Plants" />
      {code && isReady ? (
        <code.FleetList
          {...common}
          onOpenPlant={onOpenPlant}
          onPlanRun={onPlanRun}
          onTooLarge={() => setIsReady(false)}
        />
      ) : (
        <>
          <ServerPlants
            {...common}
            query={query}
            plants={plants}
            missing={missing}
            isIdle={isIdle}
            isTooLarge={isTooLarge}
            isWaiting={isListExpected && !isTooLarge && !missing}
          />
          {code && !isTooLarge ? (
            <code.FleetStart
              pageRef={pageRef}
              isUrgent={isListExpected}
              // In slices: drawing it whole would block a slow device.
              onReady={() => startTransition(() => setIsReady(true))}
            />
          ) : null}
        </>
      )}
      <NewPlant
        isOpen={search.create === true && !createRefusal}
        onClose={() => onSearchChange({ create: undefined }, true)}
        onCreated={onCreated}
        onOpenPlant={onOpenPlant}
      />
    </div>
  )
}
