import type { Site } from './site'
import type { PlantRow } from '#sandbox/platform/database/tables'

/** Returns the site model's input for a plant; `templateSignalsText` is the template's `signals`, as stored. */
export function siteOf(
  plant: Pick<
    PlantRow,
    'id' | 'latitude' | 'longitude' | 'fvePeakPowerKwp' | 'capacityKwh' | 'plantWithLoad'
  >,
  templateSignalsText: string | null,
): Site {
  const { id, latitude, longitude, fvePeakPowerKwp, capacityKwh, plantWithLoad } = plant
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stored by the platform, which checks a template before
  const signals = JSON.parse(templateSignalsText ?? '[]') as readonly { field?: string }[]
  return {
    seed: id,
    latitude,
    longitude,
    fvePeakPowerKwp,
    capacityKwh,
    plantWithLoad: plantWithLoad === null ? null : plantWithLoad === 1,
    hasEngine: signals.some(({ field }) => field === 'electricPowerKw'),
  }
}
