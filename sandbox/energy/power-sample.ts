import type { TelemetrySample } from '#sandbox/protocol/messages'
import type { PowerSample } from './integrate'

/** A clock may run ahead by this (ms); what claims to be from later is ignored. */
const furthestAheadMs = 5 * 60_000
/** A controller whose clock was never set sends times years ago; nothing waits this long (ms) to be sent. */
const furthestBackMs = 7 * 24 * 60 * 60_000
/** No plant has more, kW: a gigawatt is a broken meter's number. */
const largestKw = 1e6

/** The samples that can be believed to be from when they say, and are newer than the last one (Unix ms). */
export function freshSamples(
  samples: readonly TelemetrySample[],
  lastAtMs: number | null,
  now: Date,
): TelemetrySample[] {
  const fromMs = Math.max(lastAtMs ?? 0, now.getTime() - furthestBackMs)
  const untilMs = now.getTime() + furthestAheadMs
  return samples
    .filter(({ ts }) => ts > fromMs && ts <= untilMs)
    .toSorted((one, other) => one.ts - other.ts)
}

/** A sample's power; null when it measures none, or what cannot be. */
export function powerSampleOf({ ts, values }: TelemetrySample): PowerSample | null {
  const { pvPowerKw, electricPowerKw, gridPowerKw } = values
  if (pvPowerKw === undefined && electricPowerKw === undefined && gridPowerKw === undefined) {
    return null
  }
  // By night an inverter draws a little: that is use, not production.
  const productionKw = Math.max(0, (pvPowerKw ?? 0) + (electricPowerKw ?? 0))
  const gridKw = gridPowerKw ?? 0
  if (productionKw > largestKw || Math.abs(gridKw) > largestKw) return null
  return { atMs: ts, productionKw, gridKw }
}
