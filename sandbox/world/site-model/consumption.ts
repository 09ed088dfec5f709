import { noiseAt, traitOf } from './noise'
import { type Site, solarTime } from './site'
import { hourMs, minuteMs } from '@/lib/instants'

/** Peak power (kWp) up to which a roof belongs to a household; above it, to a business. */
const householdUpToKwp = 15

/** Power by hour of the day, relative to the mean; both profiles have a mean of about 1. */
const householdHours = [
  0.55, 0.5, 0.48, 0.47, 0.5, 0.65, 1, 1.25, 1.1, 0.9, 0.85, 0.95, 1.1, 1, 0.9, 0.9, 1.05, 1.4,
  1.75, 1.85, 1.7, 1.35, 0.95, 0.7,
]
const businessHours = [
  0.45, 0.43, 0.42, 0.43, 0.5, 0.75, 1.2, 1.55, 1.7, 1.75, 1.75, 1.6, 1.5, 1.65, 1.6, 1.4, 1.15,
  0.9, 0.75, 0.65, 0.6, 0.55, 0.5, 0.47,
]

/** Returns the power that the site uses, kW: the load of its people, or only its own consumption. */
export function loadKwAt(site: Site, atMs: number): number {
  if (site.plantWithLoad !== true) return ownUseKw(site) * (0.85 + 0.3 * fast(site, atMs))
  const { hour, weekday } = solarTime(site, atMs)
  const isWeekend = weekday === 0 || weekday === 6
  const isHousehold = (site.fvePeakPowerKwp ?? Infinity) <= householdUpToKwp
  const hours = isHousehold ? householdHours : businessHours
  const weekendShare = isHousehold ? 1.12 : 0.45
  const profile = atHour(hours, hour) * (isWeekend ? weekendShare : 1)
  // A household's kettle and oven are visible; a factory's machines average out.
  const swing = isHousehold ? 0.35 + 2.2 * fast(site, atMs) ** 2.2 : 0.85 + 0.3 * fast(site, atMs)
  const slow = 0.85 + 0.3 * noiseAt(site.seed, 'load', 9 * hourMs, atMs)
  return meanLoadKw(site) * profile * swing * slow
}

function fast({ seed }: Site, atMs: number): number {
  return noiseAt(seed, 'use', 12 * minuteMs, atMs)
}

function atHour(hours: readonly number[], hour: number): number {
  const from = hours[Math.floor(hour) % 24] ?? 1
  const to = hours[(Math.floor(hour) + 1) % 24] ?? 1
  return from + (to - from) * (hour % 1)
}

/**
 * Returns the mean load, kW, based on the modules or else the battery; a site with neither (metering, charging) gets a
 * random one.
 */
function meanLoadKw({ seed, fvePeakPowerKwp, capacityKwh }: Site): number {
  const size = traitOf(seed, 'size')
  if (fvePeakPowerKwp !== null && fvePeakPowerKwp > 0) return fvePeakPowerKwp * (0.08 + 0.12 * size)
  if (capacityKwh !== null && capacityKwh > 0) return capacityKwh * (0.03 + 0.05 * size)
  return 15 * 25 ** size
}

/** Returns the consumption of controller, transformer and battery cooling, kW. */
function ownUseKw({ fvePeakPowerKwp, capacityKwh, hasEngine }: Site): number {
  const engine = hasEngine ? 6 : 0
  return 0.15 + 0.0015 * (fvePeakPowerKwp ?? 0) + 0.0012 * (capacityKwh ?? 0) + engine
}
