import { createFileRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { authMethodSchema } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { PlantsPage } from '@/features/plants/plants-page'

const searchSchema = z.object({
  page: z.catch(z._default(z.int().check(z.minimum(1)), 1), 1),
  limit: z.catch(z._default(z.int().check(z.minimum(1), z.maximum(100)), 20), 20),
  authMethod: z.catch(z.optional(authMethodSchema), undefined),
  /** The New plant dialog is open. */
  create: z.catch(z.optional(z.literal(true)), undefined),
})

export const Route = createFileRoute('/_app/plants/')({
  validateSearch: searchSchema,
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
      onSearchChange={(change) => navigate({ search: (current) => ({ ...current, ...change }) })}
      onCreated={(plantId) => navigate({ to: '/plants/$plantId', params: { plantId } })}
    />
  )
}
