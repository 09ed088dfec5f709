import { getPosition } from 'suncalc'
import { noiseAt } from './noise'
import { type Site, placeOf } from './site'
import { hourMs, minuteMs } from '@/lib/instants'

const yearMs = 365.25 * 24 * hourMs
const midJanuaryMs = Date.UTC(2026, 0, 10)
const radians = Math.PI / 180

/** Performance ratio: losses from the modules to the meter through heat, cables, dirt and inverter. */
const performanceRatio = 0.83
/** Diffuse light from the whole sky, as a share of the direct light. */
const diffuseShare = 0.13

/** Returns the power of the modules, kW: at most the peak power, 0 at night and without modules. */
export function pvKwAt(site: Site, atMs: number): number {
  const peakKwp = site.fvePeakPowerKwp
  if (peakKwp === null || peakKwp <= 0) return 0
  const clear = clearSkyOnModules(site, atMs)
  if (clear === 0) return 0
  return peakKwp * Math.min(1, clear * performanceRatio * transmissionAt(site, atMs))
}

/** Returns clear-sky light on the modules, kW/m²; they face the equator, with a tilt that suits the latitude. */
function clearSkyOnModules(site: Site, atMs: number): number {
  const { latitude, longitude } = placeOf(site)
  const sun = getPosition(new Date(atMs), latitude, longitude)
  if (sun.altitude <= 0) return 0
  // Air mass by Kasten and Young, direct light by Meinel.
  const sine = Math.sin(sun.altitude * radians)
  const airMass = 1 / (sine + 0.50572 * (sun.altitude + 6.07995) ** -1.6364)
  const direct = 1.353 * 0.7 ** (airMass ** 0.678)
  const tilt = Math.min(40, Math.max(10, Math.abs(latitude) - 15)) * radians
  const facing = latitude >= 0 ? 180 : 0
  const incidence =
    sine * Math.cos(tilt) +
    Math.cos(sun.altitude * radians) * Math.sin(tilt) * Math.cos((sun.azimuth - facing) * radians)
  const diffuse = direct * diffuseShare * ((1 + Math.cos(tilt)) / 2)
  return direct * Math.max(0, incidence) + diffuse
}

/** Returns the share of light that passes the clouds: weather lasts for days, single clouds for minutes. */
function transmissionAt(site: Site, atMs: number): number {
  const { seed } = site
  const days = noiseAt(seed, 'weather', 40 * hourMs, atMs)
  const hours = noiseAt(seed, 'clouds', 5 * hourMs, atMs)
  const cover = contrast(0.65 * days + 0.35 * hours + 0.11 * winterAt(site, atMs))
  const passing =
    0.6 * noiseAt(seed, 'passing', 14 * minuteMs, atMs) +
    0.4 * noiseAt(seed, 'wisps', 4 * minuteMs, atMs)
  // Single clouds matter most under a broken sky; clear and overcast skies are both steady.
  const broken = 4 * cover * (1 - cover)
  return (1 - 0.78 * cover) * (1 - 0.55 * broken * contrast(passing)) + 0.05 * cover
}

/** Returns 1 in the middle of the site's winter, which is overcast more often, and -1 in that of its summer. */
function winterAt(site: Site, atMs: number): number {
  const sinceJanuary = Math.cos((2 * Math.PI * (atMs - midJanuaryMs)) / yearMs)
  return placeOf(site).latitude >= 0 ? sinceJanuary : -sinceJanuary
}

/** Increases the contrast of noise, which otherwise stays near its middle. */
function contrast(value: number): number {
  const share = Math.min(1, Math.max(0, (value - 0.2) / 0.6))
  return share * share * (3 - 2 * share)
}
