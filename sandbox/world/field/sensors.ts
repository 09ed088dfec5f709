import type { ControlledMoment } from './controlled-site'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'
import { Random } from '#sandbox/world/fleet/random'
import { batteryLimitKw } from '#sandbox/world/site-model/battery-day'
import { noiseAt, seedOf } from '#sandbox/world/site-model/noise'
import { type Site, solarTime } from '#sandbox/world/site-model/site'
import { dayMs, minuteMs } from '@/lib/instants'
import { lookUp } from '@/lib/look-up'

interface Reading {
  site: Site
  moment: ControlledMoment
  /** Returns the deviation of a sensor in the current second, from -1 to 1, by seed. */
  err: (sensor: string) => number
}

/** Readings by field; the meters deviate a little, but their powers stay balanced. */
const sensors: Record<string, (reading: Reading) => number> = {
  pvPowerKw: (reading) => rounded(pvKw(reading), 3),
  pvEnergyKwh: ({ moment }) => rounded(moment.pvEnergyKwh, 2),
  moduleTemp: (reading) =>
    rounded(airTemp(reading) + 27 * pvShare(reading) + 0.3 * reading.err('module'), 1),
  electricPowerKw: (reading) => rounded(engineKw(reading), 3),
  heatPowerKw: (reading) => rounded(1.18 * engineKw(reading), 2),
  gasFlow: (reading) => rounded(0.26 * engineKw(reading), 2),
  loadPowerKw: (reading) => rounded(loadKw(reading), 3),
  gridPowerKw: (reading) =>
    rounded(loadKw(reading) + reading.moment.batteryKw - pvKw(reading) - engineKw(reading), 3),
  voltage: (reading) => rounded(231 + 2.5 * pvShare(reading) + 0.9 * reading.err('voltage'), 1),
  frequency: ({ moment: { atMs }, err }) =>
    // All plants share the grid, so their readings differ only by the meter.
    rounded(49.975 + 0.05 * noiseAt('grid', 'frequency', 20_000, atMs) + 0.004 * err('hz'), 3),
  soc: ({ moment }) => rounded(moment.soc ?? 0, 1),
  soh: ({ site }) => rounded(90 + 9 * new Random(seedOf(`${site.seed}/soh`), 0).fraction(), 1),
  batteryPowerKw: ({ moment }) => rounded(moment.batteryKw, 3),
  cellTempMax: (reading) =>
    rounded(
      22 + 0.15 * airTemp(reading) + 13 * batteryShare(reading) + 0.2 * reading.err('cell'),
      1,
    ),
}

/** Returns a sample of the moment: the requested fields for which there is a sensor, and the contacts. */
export function sampleOf(
  site: Site,
  moment: ControlledMoment,
  { fields, seed }: { fields: readonly string[]; seed: number },
): TelemetrySample {
  const second = Math.floor(moment.atMs / 1000)
  const err = (sensor: string) => new Random(seed ^ seedOf(sensor), second).between(-1, 1)
  const values: Record<string, number> = {}
  for (const field of fields) {
    const sensor = lookUp(sensors, field)
    if (sensor) values[field] = sensor({ site, moment, err })
  }
  return { ts: moment.atMs, values, bits: bitsOf(site, seed, moment.atMs) }
}

/** Contacts of the cabinet: their bit, how long they stay closed, and how rarely they close. */
const contacts = [
  { bit: 0, name: 'door', lastsMs: 8 * minuteMs, chance: 0.0025 },
  { bit: 1, name: 'surge', lastsMs: dayMs / 4, chance: 0.001 },
  { bit: 3, name: 'ups', lastsMs: 12 * minuteMs, chance: 0.001 },
  { bit: 4, name: 'smoke', lastsMs: 5 * minuteMs, chance: 0.00005 },
] as const

function bitsOf({ hasEngine }: Site, seed: number, atMs: number): number {
  // An engine's controller has no cabinet; its bit 0 is a contact of its own.
  if (hasEngine) return 1
  let bits = 0
  for (const { bit, name, lastsMs, chance } of contacts) {
    const span = Math.floor(atMs / lastsMs)
    if (new Random(seed ^ seedOf(name), span).chance(chance)) bits |= 1 << bit
  }
  return bits
}

const pvKw = ({ moment, err }: Reading) => moment.pvKw * (1 + 0.003 * err('pv'))
const loadKw = ({ moment, err }: Reading) => moment.loadKw * (1 + 0.003 * err('load'))
const engineKw = ({ moment, err }: Reading) => moment.engineKw * (1 + 0.003 * err('engine'))

function pvShare({ site, moment }: Reading): number {
  return site.fvePeakPowerKwp ? moment.pvKw / site.fvePeakPowerKwp : 0
}

function batteryShare({ site, moment }: Reading): number {
  const limitKw = batteryLimitKw(site)
  return limitKw > 0 ? Math.abs(moment.batteryKw) / limitKw : 0
}

/** Returns the air temperature (°C) by season, hour and weather. */
function airTemp({ site, moment: { atMs } }: Reading): number {
  const south = (site.latitude ?? 50) < 0 ? -1 : 1
  const season = -Math.cos((2 * Math.PI * (atMs / dayMs - 20)) / 365.25) * south
  const hour = Math.cos((2 * Math.PI * (solarTime(site, atMs).hour - 15)) / 24)
  return 9 + 10 * season + 4 * hour + 8 * (noiseAt(site.seed, 'air', 3 * dayMs, atMs) - 0.5)
}

function rounded(value: number, digits: number): number {
  // Adding zero turns -0 into 0.
  return Math.round(value * 10 ** digits) / 10 ** digits + 0
}
