import { createFileRoute } from '@tanstack/react-router'
import { useAwaitedPlants } from './-awaited-plants'
import { searchChange } from './-search-change'
import { OverviewPage } from '@/features/overview/overview-page'
import { overviewSearchSchema } from '@/features/overview/overview-search'
import { primeFleet } from '@/features/overview/prime-fleet'

export const Route = createFileRoute('/_app/')({
  validateSearch: overviewSearchSchema,
  // Not when a link is only pointed at: the whole list is many requests.
  loader: ({ context, preload }) => {
    if (!preload) primeFleet(context)
  },
  component: Overview,
})

function Overview() {
  const navigate = Route.useNavigate()
  const search = Route.useSearch()
  const awaited = useAwaitedPlants()
  return <OverviewPage search={search} onSearchChange={searchChange(navigate)} {...awaited} />
}
