// A pass over the list that doesn't find a plant may have skipped it; only reading the plant itself shows that it is gone.
import type { RateLimiter } from './rate-limiter'
import { readWithRetries } from './read-with-retries'
import { isPlantGone } from '@/api/plant-gone'

/** More are left to the next pass. */
const maxConfirmed = 200

/**
 * Reads plants one by one that a pass did not find; the listeners of `watchPlants` get the responses. Stops at the first
 * failure, which leaves the other plants to the next pass. Rejects only with the signal's reason.
 */
export async function confirmPlants(
  plantIds: readonly string[],
  read: (plantId: string) => Promise<unknown>,
  limiter: RateLimiter,
  signal: AbortSignal,
): Promise<void> {
  if (plantIds.length > maxConfirmed) return
  for (const plantId of plantIds) {
    try {
      await readWithRetries(() => read(plantId), limiter, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (!isPlantGone(error)) return
    }
    signal.throwIfAborted()
  }
}
