import { use } from 'react'
import { type EnergyReading, energyFalls } from '@/domain/energy/energy-readings'
import { amountWithUnit } from '@/plant-ui/energy-words'
import { Notice } from '@/ui/notice'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface EnergyFallsProps {
  readings: readonly EnergyReading[]
  unit: string
}

const maxShown = 3

/** Warns about falling totals: they only grow within a day, so the curve is in doubt. */
export function EnergyFalls({ readings, unit }: EnergyFallsProps) {
  const zone = use(TimeZoneContext)
  const falls = energyFalls(readings)
  const moments = [...new Set(falls.map(({ atMs }) => atMs))].toSorted((a, b) => a - b)
  return moments.slice(-maxShown).map((moment) => (
    <Notice key={moment} tone="warn">
      <p>
        The totals fell at {formatTimeOfDay(moment, zone)} (
        {falls
          .filter(({ atMs }) => atMs === moment)
          .map(
            ({ total, from, to }) =>
              `${total} from ${amountWithUnit(from, unit)} to ${amountWithUnit(to, unit)}`,
          )
          .join(', ')}
        ): the server reset or corrected its count.
      </p>
    </Notice>
  ))
}
