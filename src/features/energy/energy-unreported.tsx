import type { EnergyToday } from '@/api/energy'
import type { PlantDetail } from '@/api/plant-schemas'
import { energyTotals } from '@/domain/energy/energy-balance'
import { wasNeverSeen } from '@/domain/status/connection'
import { Notice } from '@/ui/notice'
import { RelativeTime } from '@/ui/relative-time'

interface EnergyUnreportedProps {
  plant: PlantDetail
  energy: EnergyToday
}

/** Notice that the day's zeros are not measurements; shown when the plant was not seen on this day. */
export function EnergyUnreported({ plant, energy }: EnergyUnreportedProps) {
  const hasZeros = energyTotals.some((total) => energy[total] === 0)
  return (
    <Notice tone="warn" title="No report today">
      <p>
        {wasNeverSeen(plant) ? (
          'The plant has never connected'
        ) : (
          <>
            The plant was last seen <RelativeTime value={plant.lastSeenAt} />
          </>
        )}
        {hasZeros ? ', so these zeros are not measurements.' : '.'}
      </p>
    </Notice>
  )
}
