import { createFileRoute } from '@tanstack/react-router'
import { primeHistory } from './-prime-on-demand'
import { OverviewPage } from '@/features/plant-overview/overview-page'

export const Route = createFileRoute('/_app/plants/$plantId/')({
  loader: ({ context, params: { plantId } }) => primeHistory(context.queryClient, plantId, 'first'),
  component: Overview,
})

function Overview() {
  const { plantId } = Route.useParams()
  return <OverviewPage plantId={plantId} />
}
