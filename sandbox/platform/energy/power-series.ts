import type { TelemetrySample } from '#sandbox/platform/protocol/messages'
import { type EnergyTotals, exchangedIn, producedIn } from './energy-totals'
import type { Area, PowerSample } from './integrate'

/** One meter of a plant. A plant may send each in a message of its own, so each is counted by itself. */
export interface PowerSeries {
  readonly name: string
  /** The telemetry field that holds it, kW. */
  readonly field: string
  readonly energyIn: (area: Area) => EnergyTotals
}

/** All meters that count. */
export const powerSeries: readonly PowerSeries[] = [
  { name: 'pv', field: 'pvPowerKw', energyIn: producedIn },
  { name: 'engine', field: 'electricPowerKw', energyIn: producedIn },
  { name: 'grid', field: 'gridPowerKw', energyIn: exchangedIn },
]

/** No plant has more, kW: a gigawatt is a broken meter's number. */
const largestKw = 1e6

/** What samples say of one meter; those that do not measure it, or what cannot be, are left out. */
export function samplesOf(
  { field }: PowerSeries,
  samples: readonly TelemetrySample[],
): PowerSample[] {
  return samples.flatMap(({ ts, values }) => {
    const kw = values[field]
    return kw === undefined || Math.abs(kw) > largestKw ? [] : [{ atMs: ts, kw }]
  })
}
