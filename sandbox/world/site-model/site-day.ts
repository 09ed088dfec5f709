import { type BatteryDay, batteryAt, batteryDayOf } from './battery-day'
import { loadKwAt } from './consumption'
import { engineKwAt } from './engine'
import { pvKwAt } from './photovoltaic'
import { type Site, type SiteMoment, stepMs } from './site'
import { dayMs } from '@/lib/instants'

// Only the last requested battery day is cached, because live samples and a day's backlog each stay within one day.
const batteryDays = new WeakMap<Site, BatteryDay>()

/** Returns the site's power at a time (Unix ms), always the same for the same site and time. */
export function momentAt(site: Site, atMs: number): SiteMoment {
  const pvKw = pvKwAt(site, atMs)
  const engineKw = engineKwAt(site, atMs)
  const productionKw = pvKw + engineKw
  const loadKw = loadKwAt(site, atMs)
  const day = batteryDayAt(site, atMs)
  const { batteryKw, soc } = day ? batteryAt(day, atMs) : { batteryKw: 0, soc: null }
  const gridKw = loadKw + batteryKw - productionKw
  return { atMs, pvKw, engineKw, productionKw, loadKw, batteryKw, gridKw, soc }
}

/**
 * Returns the site's power from the beginning of a UTC day (Unix ms) to a time in it: one moment per step, the last
 * one exactly at that time. Returns none if the time is before the day.
 */
export function momentsOfDay(site: Site, dayStartMs: number, untilMs: number): SiteMoment[] {
  if (untilMs < dayStartMs) return []
  const moments: SiteMoment[] = []
  for (let atMs = dayStartMs; atMs < untilMs; atMs += stepMs) moments.push(momentAt(site, atMs))
  moments.push(momentAt(site, untilMs))
  return moments
}

function batteryDayAt(site: Site, atMs: number): BatteryDay | null {
  const kept = batteryDays.get(site)
  if (kept && atMs >= kept.dayStartMs && atMs < kept.dayStartMs + dayMs) return kept
  const day = batteryDayOf(site, atMs)
  if (day) batteryDays.set(site, day)
  return day
}
