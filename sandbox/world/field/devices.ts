import { Random } from '#sandbox/world/fleet/random'
import { seedOf } from '#sandbox/world/site-model/noise'
import type { Site } from '#sandbox/world/site-model/site'

/** Peak power (kWp) per inverter. */
const kwpPerInverter = 60
const maxInverters = 8

/** Returns the external IDs of a site's sub-devices: always meter and cabinet, plus its inverters and battery. */
export function devicesOf(site: Site): string[] {
  const peakKwp = site.fvePeakPowerKwp ?? 0
  const inverters = Math.min(maxInverters, Math.ceil(Math.max(0, peakKwp) / kwpPerInverter))
  const names = Array.from({ length: inverters }, (_, at) => `INV${at + 1}`)
  return ['E1', 'R1', ...names, ...(hasBattery(site) ? ['BAT1'] : [])]
}

export function hasBattery({ capacityKwh }: Site): boolean {
  return capacityKwh !== null && capacityKwh > 0
}

/** Returns the NUMERIC fields that a site's devices measure. */
export function fieldsOf(site: Site): string[] {
  const hasPv = (site.fvePeakPowerKwp ?? 0) > 0
  return [
    ...(hasPv ? ['pvPowerKw', 'pvEnergyKwh', 'moduleTemp'] : []),
    ...(site.hasEngine ? ['electricPowerKw', 'heatPowerKw', 'gasFlow'] : []),
    'gridPowerKw',
    'loadPowerKw',
    'voltage',
    'frequency',
    ...(hasBattery(site) ? ['soc', 'soh', 'batteryPowerKw', 'cellTempMax'] : []),
  ]
}

export function firmwareOf(seed: number): string {
  return new Random(seed, seedOf('firmware')).pick(['3.8.2', '3.9.0', '3.9.1', '4.0.3'])
}
