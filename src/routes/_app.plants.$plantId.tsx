import { createFileRoute } from '@tanstack/react-router'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { PlantPage } from '@/features/plants/plant-page'

export const Route = createFileRoute('/_app/plants/$plantId')({
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, plantQueries.detail(plantId))
  },
  component: Plant,
})

function Plant() {
  const { plantId } = Route.useParams()
  return <PlantPage key={plantId} plantId={plantId} />
}
