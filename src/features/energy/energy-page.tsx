import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { EnergyBody } from './energy-body'
import type { EnergyView } from './energy-search'
import { EnergySkeleton } from './energy-skeleton'
import { energyQueries } from '@/api/energy'
import { describeError } from '@/api/error-messages'
import { isPlantGone } from '@/api/plant-gone'
import { plantQueries } from '@/api/plants'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { StaleNotice } from '@/ui/freshness'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

interface EnergyPageProps {
  plantId: string
  view: EnergyView
}

export function EnergyPage({ plantId, view }: EnergyPageProps) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  const refreshEveryMs = useRefreshEveryMs()
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    ...energyQueries.today(plantId),
    refetchInterval: refreshEveryMs,
  })
  const readAtMs = useReadAt(dataUpdatedAt)
  if (error && (!data || isPlantGone(error))) {
    return <QueryErrorPanel error={error} onRetry={() => refetch()} isRetrying={isFetching} />
  }
  if (!data) return <EnergySkeleton />
  return (
    <>
      <StaleNotice
        updatedAtMs={readAtMs}
        failure={error ? describeError(error).title : undefined}
      />
      <EnergyBody
        plant={plant}
        energy={data}
        readAtMs={readAtMs}
        everyMs={refreshEveryMs}
        view={view}
      />
    </>
  )
}
