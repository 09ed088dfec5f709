import { useConfirmedReading } from './use-confirmed-reading'
import { isPlantGone } from '@/api/plant-gone'
import { plantQueries } from '@/api/plants'

interface PlantReadingOptions {
  plantId: string
  isPaused: boolean
  /** End of the latest attempt, Unix ms, device's clock. */
  failedAtMs: number | undefined
  isUnknown: boolean
}

/** Reads a plant for its dialog; see `useConfirmedReading`. */
export function usePlantReading({ plantId, ...rest }: PlantReadingOptions) {
  const { subject: plant, ...reading } = useConfirmedReading({
    query: plantQueries.detail(plantId),
    isGone: isPlantGone,
    ...rest,
  })
  return { plant, ...reading }
}

/** State of the plant in the dialog of an action. */
export type PlantReading = ReturnType<typeof usePlantReading>
