import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { energyQueries } from '@/api/energy'
import { prime } from '@/api/query-client'
import { EnergyPage } from '@/features/energy/energy-page'
import { energySearchSchema } from '@/features/energy/energy-search'

export const Route = createFileRoute('/_app/plants/$plantId/energy')({
  validateSearch: energySearchSchema,
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, energyQueries.today(plantId))
  },
  component: Energy,
})

function Energy() {
  const view = { search: Route.useSearch(), onSearchChange: searchChange(Route.useNavigate()) }
  return <EnergyPage {...Route.useParams()} view={view} />
}
