import { useSuspenseQuery } from '@tanstack/react-query'
import { OverviewFacts } from './overview-facts'
import { Metadata } from './metadata'
import { plantQueries } from '@/api/plants'

export function OverviewPage({ plantId }: { plantId: string }) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  return (
    <>
      <OverviewFacts plant={plant} />
      <Metadata text={plant.metadata} />
    </>
  )
}
