import type { SeedPlant } from './seed-records'

const maxInverters = 4
const kwpPerInverter = 100

/** Returns the JSON list of a site's sub-devices by external ID: cabinet, meter, inverters, battery. */
export function subDevicesOf({
  metadata,
  fvePeakPowerKwp,
  capacityKwh,
}: Pick<SeedPlant, 'metadata' | 'fvePeakPowerKwp' | 'capacityKwh'>): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written with the plant
  const { inverters } = JSON.parse(metadata) as { inverters?: readonly { id: string }[] }
  const named = inverters?.map(({ id }) => id) ?? invertersFor(fvePeakPowerKwp ?? 0)
  return JSON.stringify(['R1', 'E1', ...named, ...(capacityKwh === null ? [] : ['BAT1'])])
}

function invertersFor(peakPowerKwp: number): string[] {
  const length = Math.min(maxInverters, Math.ceil(peakPowerKwp / kwpPerInverter))
  return Array.from({ length }, (_, at) => `INV${at + 1}`)
}
