import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { commandQueries } from '@/api/commands'
import { prime } from '@/api/query-client'
import { CommandsPage } from '@/features/commands/commands-page'
import { commandsSearchSchema } from '@/features/commands/commands-search'

export const Route = createFileRoute('/_app/plants/$plantId/commands')({
  validateSearch: commandsSearchSchema,
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, commandQueries.page(plantId, 1))
  },
  component: Commands,
})

function Commands() {
  const navigate = Route.useNavigate()
  return (
    <CommandsPage
      {...Route.useParams()}
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
    />
  )
}
