import type { Random, Shares } from './random'
import type { PlantType } from './seed-records'

export type SiteKind =
  | 'pv-park'
  | 'pv-roof'
  | 'battery'
  | 'biogas'
  | 'substation'
  | 'hydro'
  | 'heat'
  | 'charging'
  | 'metering'

/** Energy equipment of a site; null for missing equipment. */
export interface SiteSize {
  capacityKwh: number | null
  fvePeakPowerKwp: number | null
  plantWithLoad: boolean
}

export const siteKindShares: Shares<SiteKind> = [
  [24, 'pv-park'],
  [28, 'pv-roof'],
  [15, 'battery'],
  [7, 'biogas'],
  [7, 'substation'],
  [4, 'hydro'],
  [4, 'heat'],
  [5, 'charging'],
  [6, 'metering'],
]

const plantTypes: Record<SiteKind, readonly [PlantType, ...PlantType[]]> = {
  'pv-park': ['GATEWAY', 'GATEWAY', 'CONTROLLER'],
  'pv-roof': ['GATEWAY', 'GATEWAY', 'GATEWAY', 'SENSOR'],
  battery: ['CONTROLLER', 'CONTROLLER', 'GATEWAY'],
  biogas: ['CONTROLLER', 'GATEWAY'],
  substation: ['SENSOR', 'GATEWAY', 'SENSOR'],
  hydro: ['CONTROLLER'],
  heat: ['ACTUATOR', 'CONTROLLER'],
  charging: ['ACTUATOR', 'ACTUATOR', 'CONTROLLER'],
  metering: ['SENSOR'],
}

export function plantTypeOf(kind: SiteKind, random: Random): PlantType {
  return random.pick(plantTypes[kind])
}

function rounded(value: number): number {
  if (value >= 1000) return Math.round(value / 10) * 10
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}

/** Returns peak power and capacity in the typical range of this kind of site. */
export function siteSizeOf(kind: SiteKind, random: Random): SiteSize {
  const size: SiteSize = { capacityKwh: null, fvePeakPowerKwp: null, plantWithLoad: false }
  switch (kind) {
    case 'pv-park':
      size.fvePeakPowerKwp = rounded(random.spread(300, 12_000))
      if (random.chance(0.2)) size.capacityKwh = rounded(random.spread(200, 8000))
      break
    case 'pv-roof':
      size.fvePeakPowerKwp = rounded(random.spread(4.5, 500))
      if (random.chance(0.5)) size.capacityKwh = rounded(random.spread(5, 400))
      size.plantWithLoad = random.chance(0.9)
      break
    case 'battery':
      size.capacityKwh = rounded(random.spread(90, 24_000))
      if (random.chance(0.25)) size.fvePeakPowerKwp = rounded(random.spread(50, 2000))
      size.plantWithLoad = random.chance(0.4)
      break
    case 'charging':
      size.plantWithLoad = true
      if (random.chance(0.4)) size.capacityKwh = rounded(random.spread(60, 600))
      if (random.chance(0.3)) size.fvePeakPowerKwp = rounded(random.spread(10, 120))
      break
    default:
      size.plantWithLoad = random.chance(0.7)
  }
  return size
}
