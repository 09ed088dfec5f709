import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { knownFleet, restoreKnownFleet } from '@/features/fleet-list/known-fleet'
import { PlantsPage } from '@/features/plants/plants-page'
import { pageQuery, plantsSearchSchema } from '@/features/plants/plants-search'

export const Route = createFileRoute('/_app/plants/')({
  validateSearch: plantsSearchSchema,
  loaderDeps: ({ search }) => pageQuery(search),
  loader: ({ context, deps, preload }) => {
    prime(context.queryClient, plantQueries.list(deps))
    if (!preload) void restoreKnownFleet(context)
  },
  component: Plants,
})

function Plants() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <PlantsPage
      search={search}
      fleet={knownFleet}
      onSearchChange={searchChange(navigate)}
      onOpenPlant={(plantId) => navigate({ to: '/plants/$plantId', params: { plantId } })}
      onPlanRun={(kind) => navigate({ to: '/commands/new', search: { kind, from: 'selection' } })}
      onCreated={(plantId) =>
        // A new plant needs credentials next.
        navigate({
          to: '/plants/$plantId/security',
          params: { plantId },
          replace: search.create === true,
        })
      }
    />
  )
}
