import { useWorklist } from './use-worklist'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { awaitedRenewals } from '@/domain/attention/awaited-renewals'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { deviceAheadMs } from '@/lib/server-clock'
import { useSameItems } from '@/ui/use-same-items'

/** Returns the plants of the worklist whose new certificate isn't in use. Sends no requests. */
export function useAwaitedRenewals(): readonly AwaitedPlant[] {
  const { entries } = useWorklist()
  const { byId } = useFleetPlants()
  const readingOf = (plantId: string) => {
    const [found] = byId([plantId]).found
    return found && { plant: found.plant, readAtMs: found.readAtMs + deviceAheadMs() }
  }
  return useSameItems(awaitedRenewals(entries, readingOf))
}
