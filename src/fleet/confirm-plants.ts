// A pass over the list that doesn't find a plant may have skipped it; the plant's own answer tells whether it is gone.
import type { RateLimiter } from './rate-limiter'

/** More are left to the next pass. */
const maxConfirmed = 200

/**
 * Reads plants one by one that a pass did not find; whoever watches plants hears of the answers. Rejects only with the
 * signal's reason: a plant that can't be read stays as it is.
 */
export async function confirmPlants(
  plantIds: readonly string[],
  read: (plantId: string) => Promise<unknown>,
  limiter: RateLimiter,
  signal: AbortSignal,
): Promise<void> {
  if (plantIds.length > maxConfirmed) return
  for (const plantId of plantIds) {
    await limiter.waitForTurn(signal)
    await read(plantId).catch(() => undefined)
    signal.throwIfAborted()
  }
}
