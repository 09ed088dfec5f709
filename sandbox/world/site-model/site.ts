import { hourMs, minuteMs } from '@/lib/instants'

/** Step (ms) in which a day is simulated; the battery's charge is known at its ends. */
export const stepMs = 5 * minuteMs

/** Inputs of the site model. Reuse the object: results for its day are cached with it. */
export interface Site {
  /** Seed for weather, load and engine, for example a plant's ID. */
  readonly seed: string
  /** Degrees; the site is at 50 N, 15 E unless both are given. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly fvePeakPowerKwp: number | null
  readonly capacityKwh: number | null
  /** True if people live or work there; otherwise, the site has only its own small consumption. */
  readonly plantWithLoad: boolean | null
  /** True for biogas, hydropower and cogeneration. */
  readonly hasEngine: boolean
}

/** Power of a site at one moment, kW; `gridKw` is exactly `loadKw + batteryKw - productionKw`. */
export interface SiteMoment {
  readonly atMs: number
  readonly pvKw: number
  readonly engineKw: number
  /** Equals `pvKw + engineKw`. */
  readonly productionKw: number
  readonly loadKw: number
  /** Positive while charging. */
  readonly batteryKw: number
  /** Positive while importing. */
  readonly gridKw: number
  /** State of charge, %; null without a battery. */
  readonly soc: number | null
}

export function placeOf({ latitude, longitude }: Site): { latitude: number; longitude: number } {
  if (latitude === null || longitude === null) return { latitude: 50, longitude: 15 }
  return { latitude, longitude }
}

const dayHours = 24

/** Returns hour of the day (0 to 24) and day of the week (0 is Sunday) in solar time, which needs no time zones. */
export function solarTime(site: Site, atMs: number): { hour: number; weekday: number } {
  const solarMs = atMs + (placeOf(site).longitude / 15) * hourMs
  const hour = (((solarMs / hourMs) % dayHours) + dayHours) % dayHours
  return { hour, weekday: new Date(solarMs).getUTCDay() }
}
