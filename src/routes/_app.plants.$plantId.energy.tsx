import { createFileRoute } from '@tanstack/react-router'
import { primeEnergy } from './-prime-on-demand'
import { searchChange } from './-search-change'
import { EnergyPage } from '@/features/energy/energy-page'
import { energySearchSchema } from '@/features/energy/energy-search'

export const Route = createFileRoute('/_app/plants/$plantId/energy')({
  validateSearch: energySearchSchema,
  loader: ({ context, params: { plantId } }) => primeEnergy(context.queryClient, plantId),
  component: Energy,
})

function Energy() {
  const view = { search: Route.useSearch(), onSearchChange: searchChange(Route.useNavigate()) }
  return <EnergyPage {...Route.useParams()} view={view} />
}
