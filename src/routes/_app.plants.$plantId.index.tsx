import { createFileRoute } from '@tanstack/react-router'
import { commandQueries } from '@/api/commands'
import { prime } from '@/api/query-client'
import { OverviewPage } from '@/features/plant-overview/overview-page'

export const Route = createFileRoute('/_app/plants/$plantId/')({
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, commandQueries.first(plantId))
  },
  component: Overview,
})

function Overview() {
  const { plantId } = Route.useParams()
  return <OverviewPage plantId={plantId} />
}
