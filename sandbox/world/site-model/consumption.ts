import { noiseAt, traitOf } from './noise'
import { type Site, solarTime } from './site'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Up to this peak power (kWp) a roof is a family's; above it somebody works below. */
const householdUpToKwp = 15

/** Power by the hour of the day, as a share of the mean: the two profiles have a mean of about 1. */
const householdHours = [
  0.55, 0.5, 0.48, 0.47, 0.5, 0.65, 1, 1.25, 1.1, 0.9, 0.85, 0.95, 1.1, 1, 0.9, 0.9, 1.05, 1.4,
  1.75, 1.85, 1.7, 1.35, 0.95, 0.7,
]
const businessHours = [
  0.45, 0.43, 0.42, 0.43, 0.5, 0.75, 1.2, 1.55, 1.7, 1.75, 1.75, 1.6, 1.5, 1.65, 1.6, 1.4, 1.15,
  0.9, 0.75, 0.65, 0.6, 0.55, 0.5, 0.47,
]

/** What the site uses, kW: its people's load, or only its own small use. */
export function loadKwAt(site: Site, atMs: number): number {
  if (site.plantWithLoad !== true) return ownUseKw(site) * (0.85 + 0.3 * fast(site, atMs))
  const { hour, weekday } = solarTime(site, atMs)
  const isWeekend = weekday === 0 || weekday === 6
  const isHousehold = (site.fvePeakPowerKwp ?? Infinity) <= householdUpToKwp
  const hours = isHousehold ? householdHours : businessHours
  const weekendShare = isHousehold ? 1.12 : 0.45
  const profile = atHour(hours, hour) * (isWeekend ? weekendShare : 1)
  // A family's kettle and oven show; a factory's machines even out.
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

/** Sized to the modules, else to the battery; a site with neither (metering, charging) has a size of its own. */
function meanLoadKw({ seed, fvePeakPowerKwp, capacityKwh }: Site): number {
  const size = traitOf(seed, 'size')
  if (fvePeakPowerKwp !== null && fvePeakPowerKwp > 0) return fvePeakPowerKwp * (0.08 + 0.12 * size)
  if (capacityKwh !== null && capacityKwh > 0) return capacityKwh * (0.03 + 0.05 * size)
  return 15 * 25 ** size
}

/** Controller, transformer, cooling of the battery. */
function ownUseKw({ fvePeakPowerKwp, capacityKwh, hasEngine }: Site): number {
  const engine = hasEngine ? 6 : 0
  return 0.15 + 0.0015 * (fvePeakPowerKwp ?? 0) + 0.0012 * (capacityKwh ?? 0) + engine
}
