import { createFileRoute } from '@tanstack/react-router'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { PlantsPage } from '@/features/plants/plants-page'
import { plantsSearchSchema } from '@/features/plants/plants-search'

export const Route = createFileRoute('/_app/plants/')({
  validateSearch: plantsSearchSchema,
  loaderDeps: ({ search: { page, limit, authMethod } }) => ({ page, limit, authMethod }),
  loader: ({ context: { queryClient }, deps }) => {
    prime(queryClient, plantQueries.list(deps))
  },
  component: Plants,
})

function Plants() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <PlantsPage
      search={search}
      onSearchChange={(change, isReplacing = false) =>
        navigate({ search: (current) => ({ ...current, ...change }), replace: isReplacing })
      }
      onOpenPlant={(plantId) => navigate({ to: '/plants/$plantId', params: { plantId } })}
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
