/** What a site's power follows from. Keep the object: what is computed of its day is remembered with it. */
export interface Site {
  /** The same seed has the same weather, load and engine; a plant's id will do. */
  readonly seed: string
  /** Degrees; without both, the site lies at 50 N, 15 E. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly fvePeakPowerKwp: number | null
  readonly capacityKwh: number | null
  /** Whether somebody lives or works there; if not, the site has its small own use only. */
  readonly plantWithLoad: boolean | null
  /** Biogas, hydro, cogeneration. */
  readonly hasEngine: boolean
}

/** A site's power at one moment, kW; `gridKw` is `loadKw + batteryKw - productionKw`, to the last bit. */
export interface SiteMoment {
  /** Unix time, ms. */
  readonly atMs: number
  readonly pvKw: number
  readonly engineKw: number
  /** `pvKw + engineKw`. */
  readonly productionKw: number
  readonly loadKw: number
  /** Positive while charging. */
  readonly batteryKw: number
  /** Positive while importing. */
  readonly gridKw: number
  /** State of charge, %; null without a battery. */
  readonly soc: number | null
}

/** Where a site lies, degrees. */
export function placeOf({ latitude, longitude }: Site): { latitude: number; longitude: number } {
  if (latitude === null || longitude === null) return { latitude: 50, longitude: 15 }
  return { latitude, longitude }
}

const hourMs = 3_600_000
const dayHours = 24

/** Hour of the day (0 to 24) and day of the week (0 is Sunday) by the sun, which needs no table of time zones. */
export function solarTime(site: Site, atMs: number): { hour: number; weekday: number } {
  const solarMs = atMs + (placeOf(site).longitude / 15) * hourMs
  const hour = (((solarMs / hourMs) % dayHours) + dayHours) % dayHours
  return { hour, weekday: new Date(solarMs).getUTCDay() }
}
