import { createFileRoute } from '@tanstack/react-router'
import { energyQueries } from '@/api/energy'
import { prime } from '@/api/query-client'
import { EnergyPage } from '@/features/energy/energy-page'

export const Route = createFileRoute('/_app/plants/$plantId/energy')({
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, energyQueries.today(plantId))
  },
  component: Energy,
})

function Energy() {
  const { plantId } = Route.useParams()
  return <EnergyPage plantId={plantId} />
}
