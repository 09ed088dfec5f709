import { type EnergyTotals, exchangedIn, producedIn } from './energy-totals'
import type { Area, PowerSample } from './integrate'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

/** Meter of a plant. A plant may send each meter in a separate message, so each is counted separately. */
interface PowerSeries {
  readonly name: string
  /** Telemetry field with the power, kW. */
  readonly field: string
  readonly energyIn: (area: Area) => EnergyTotals
}

export const powerSeries: readonly PowerSeries[] = [
  { name: 'pv', field: 'pvPowerKw', energyIn: producedIn },
  { name: 'engine', field: 'electricPowerKw', energyIn: producedIn },
  { name: 'grid', field: 'gridPowerKw', energyIn: exchangedIn },
]

/** Limit for plausible power, kW: a gigawatt comes from a broken meter. */
const largestKw = 1e6

/** Returns the power samples of one meter; skips samples without the field and implausible values. */
export function samplesOf(
  { field }: PowerSeries,
  samples: readonly TelemetrySample[],
): PowerSample[] {
  return samples.flatMap(({ ts, values }) => {
    const kw = values[field]
    return kw === undefined || Math.abs(kw) > largestKw ? [] : [{ atMs: ts, kw }]
  })
}
