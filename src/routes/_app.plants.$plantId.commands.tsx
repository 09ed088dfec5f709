import { createFileRoute } from '@tanstack/react-router'
import { primeHistory } from './-prime-on-demand'
import { searchChange } from './-search-change'
import { CommandsPage } from '@/features/commands/commands-page'
import { commandsSearchSchema } from '@/features/commands/commands-search'

export const Route = createFileRoute('/_app/plants/$plantId/commands')({
  validateSearch: commandsSearchSchema,
  loader: ({ context, params: { plantId } }) => primeHistory(context.queryClient, plantId, 'page'),
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
