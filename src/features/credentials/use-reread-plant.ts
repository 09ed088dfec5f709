import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { deviceNow } from '@/lib/server-clock'

/** Returns the plant as read since the component was mounted, and whether reading it failed. */
export function useRereadPlant(plantId: string): {
  after: PlantDetail | undefined
  isFailing: boolean
} {
  const [issuedAtMs] = useState(deviceNow)
  const { data, dataUpdatedAt, isError } = useQuery({
    ...plantQueries.detail(plantId),
    // Downloading a package again changes nothing, so nothing else triggers a refetch.
    refetchOnMount: 'always',
  })
  const after = data && dataUpdatedAt >= issuedAtMs ? data : undefined
  return { after, isFailing: isError && !after }
}
