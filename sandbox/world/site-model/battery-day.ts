// State of charge over a day. Each day begins with a value derived from seed and day, and its last hours lead to the
// next day's value, like a controller that buys or sells in the evening. Each day can therefore be computed separately,
// however long the plant has run, without a jump at midnight.
import { loadKwAt } from './consumption'
import { engineKwAt } from './engine'
import { noiseAt, traitOf } from './noise'
import { pvKwAt } from './photovoltaic'
import { type Site, solarTime, stepMs } from './site'
import { dayMs, hourMs } from '@/lib/instants'

const stepsPerDay = dayMs / stepMs
const leadingMs = 3 * hourMs

/** Power per capacity: full power moves half of the capacity in an hour. */
const powerPerCapacity = 0.5
const lowestPct = 10
const highestPct = 95

/** Battery over one UTC day; its power is constant within a step of five minutes. */
export interface BatteryDay {
  readonly dayStartMs: number
  readonly capacityKwh: number
  /** Power per step, kW, positive while charging. */
  readonly powerKw: Float64Array
  /** State of charge at the beginning of each step, %. */
  readonly soc: Float64Array
}

/** Returns the maximum power of a site's battery in either direction, kW; 0 without one. */
export function batteryLimitKw({ capacityKwh }: Site): number {
  return Math.max(0, capacityKwh ?? 0) * powerPerCapacity
}

/** Computes the UTC day that contains a moment; returns null without a battery. */
export function batteryDayOf(site: Site, atMs: number): BatteryDay | null {
  const capacityKwh = site.capacityKwh ?? 0
  if (capacityKwh <= 0) return null
  const dayStartMs = Math.floor(atMs / dayMs) * dayMs
  const powerKw = new Float64Array(stepsPerDay)
  const soc = new Float64Array(stepsPerDay)
  let current = openingSoc(site, dayStartMs)
  for (let step = 0; step < stepsPerDay; step++) {
    const stepStartMs = dayStartMs + step * stepMs
    const untilFull = ((highestPct - current) / 100) * capacityKwh * (hourMs / stepMs)
    const untilEmpty = ((current - lowestPct) / 100) * capacityKwh * (hourMs / stepMs)
    const limitKw = batteryLimitKw(site)
    const wanted = wantedKw(site, stepStartMs, current)
    const power = clamp(wanted, -Math.min(limitKw, untilEmpty), Math.min(limitKw, untilFull))
    soc[step] = current
    powerKw[step] = power
    current += (power / capacityKwh) * (stepMs / hourMs) * 100
  }
  return { dayStartMs, capacityKwh, powerKw, soc }
}

/** Returns power (kW, positive while charging) and state of charge (%) at a moment of the day. */
export function batteryAt(day: BatteryDay, atMs: number): { batteryKw: number; soc: number } {
  const step = Math.floor((atMs - day.dayStartMs) / stepMs)
  const batteryKw = day.powerKw[step] ?? 0
  const sinceStepHours = (atMs - day.dayStartMs - step * stepMs) / hourMs
  const soc = (day.soc[step] ?? 0) + (batteryKw / day.capacityKwh) * sinceStepHours * 100
  return { batteryKw, soc }
}

function openingSoc({ seed }: Site, dayStartMs: number): number {
  return 28 + 16 * traitOf(seed, 'opening soc') + 10 * noiseAt(seed, 'soc', 3 * dayMs, dayStartMs)
}

function wantedKw(site: Site, stepStartMs: number, soc: number): number {
  const dayEndMs = (Math.floor(stepStartMs / dayMs) + 1) * dayMs
  const leftMs = dayEndMs - stepStartMs
  if (leftMs <= leadingMs) {
    const missingPct = openingSoc(site, dayEndMs) - soc
    return ((missingPct / 100) * (site.capacityKwh ?? 0)) / (leftMs / hourMs)
  }
  const middleMs = stepStartMs + stepMs / 2
  const surplusKw = pvKwAt(site, middleMs) + engineKwAt(site, middleMs) - loadKwAt(site, middleMs)
  if (site.plantWithLoad === true) return surplusKw
  return tradedKw(site, solarTime(site, middleMs).hour, surplusKw)
}

/** A battery without people to supply sells when prices are high: in the morning and in the evening. */
function tradedKw(site: Site, hour: number, surplusKw: number): number {
  const limitKw = batteryLimitKw(site)
  if ((hour >= 7 && hour < 9) || (hour >= 18 && hour < 21)) return -0.45 * limitKw
  if (site.fvePeakPowerKwp !== null) return Math.max(0, surplusKw)
  const isCheap = (hour >= 2 && hour < 5) || (hour >= 11 && hour < 15)
  return isCheap ? 0.4 * limitKw : 0
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value))
}
