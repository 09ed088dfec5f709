import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { forgetPlant } from '@/api/plant-cache'
import { latestListSearch } from '@/fleet/latest-list'

/** Returns a function that leaves the page of a plant that is gone for the list, so that Back reads the plant again. */
export function useLeavePlant(plantId: string): () => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await navigate({ to: '/plants', search: latestListSearch(), replace: true })
    forgetPlant(queryClient, plantId)
  }
}
