import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { deviceNow } from '@/lib/server-clock'

/** The plant as it was read since this was mounted, or that it could not be read. */
export function usePlantAfter(plantId: string): {
  after: PlantDetail | undefined
  isFailing: boolean
} {
  const [issuedAtMs] = useState(deviceNow)
  const { data, dataUpdatedAt, isError } = useQuery({
    ...plantQueries.detail(plantId),
    // A package that is downloaded again changes nothing, so nothing else has the plant read.
    refetchOnMount: 'always',
  })
  const after = data && dataUpdatedAt >= issuedAtMs ? data : undefined
  return { after, isFailing: isError && !after }
}
