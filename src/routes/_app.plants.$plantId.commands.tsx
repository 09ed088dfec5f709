import { createFileRoute } from '@tanstack/react-router'
import { primeHistory } from './-prime-on-demand'
import { searchChange } from './-search-change'
import { CommandsPage } from '@/features/commands/commands-page'
import { commandsSearchSchema } from '@/features/commands/commands-search'
import { useSentByRuns } from '@/features/runs/use-sent-by-runs'

export const Route = createFileRoute('/_app/plants/$plantId/commands')({
  validateSearch: commandsSearchSchema,
  loader: ({ context, params: { plantId } }) => primeHistory(context.queryClient, plantId, 'page'),
  component: Commands,
})

function Commands() {
  const { plantId } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <CommandsPage
      plantId={plantId}
      sentByRuns={useSentByRuns(plantId)}
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
    />
  )
}
