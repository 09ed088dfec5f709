import { useState } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { usePlantSince } from '@/attempts/use-plant-since'
import { deviceNow } from '@/lib/server-clock'

/**
 * Returns the plant as read since the component was mounted, and whether reading it failed. It is read for half a minute,
 * because a copy of the request that the browser repeated may be executed late.
 */
export function useRereadPlant(plantId: string): {
  after: PlantDetail | undefined
  isFailing: boolean
} {
  const [issuedAtMs] = useState(deviceNow)
  const { reading, error } = usePlantSince({
    plantId,
    sinceMs: issuedAtMs,
    nextReadMs: () => untilNextReadingMs(issuedAtMs),
  })
  const after = reading === 'gone' ? undefined : reading
  return { after, isFailing: error !== null && !after }
}
