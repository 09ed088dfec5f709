import { type Settings, defaultSettings, orderedKw } from './settings'
import { type Site, type SiteMoment, stepMs } from '#sandbox/world/site-model/site'
import { momentAt } from '#sandbox/world/site-model/site-day'
import { dayMs, hourMs } from '@/lib/instants'

/** Moment of the site under its commands. */
export interface ControlledMoment extends SiteMoment {
  /** Energy of the modules since 00:00 UTC, kWh. */
  readonly pvEnergyKwh: number
}

/**
 * Site under the influence of commands. Without commands, it equals the model exactly; a commanded battery power shifts
 * its state of charge from the model's by an offset, until the limits level it out. Time only moves forward: a moment
 * before the last one uses the current settings.
 */
export class ControlledSite {
  readonly site: Site
  #settings: Settings = defaultSettings
  #reachedMs: number | null = null
  #offsetPct = 0
  #pvEnergyKwh = 0

  constructor(site: Site) {
    this.site = site
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Changes settings from a time (Unix ms) on. */
  set(change: Partial<Settings>, atMs: number): void {
    this.#advance(atMs)
    this.#settings = { ...this.#settings, ...change }
  }

  at(atMs: number): ControlledMoment {
    this.#advance(atMs)
    return { ...this.#momentAt(atMs), pvEnergyKwh: this.#pvEnergyKwh }
  }

  #advance(untilMs: number): void {
    let atMs = this.#reachedMs ?? startOfDay(untilMs)
    while (atMs < untilMs) {
      const nextMs = Math.min(untilMs, (Math.floor(atMs / stepMs) + 1) * stepMs)
      const hours = (nextMs - atMs) / hourMs
      const { pvKw, batteryKw } = this.#momentAt(atMs)
      if (this.site.capacityKwh) {
        const byItself = momentAt(this.site, atMs).batteryKw
        this.#offsetPct += ((batteryKw - byItself) / this.site.capacityKwh) * hours * 100
      }
      const isNewDay = nextMs % dayMs === 0
      this.#pvEnergyKwh = isNewDay ? 0 : this.#pvEnergyKwh + pvKw * hours
      atMs = nextMs
    }
    this.#reachedMs = atMs
  }

  #momentAt(atMs: number): SiteMoment {
    const model = momentAt(this.site, atMs)
    const soc = model.soc === null ? null : clamp(model.soc + this.#offsetPct, 0, 100)
    const batteryKw = this.#batteryKw(model, soc)
    const { maxExportKw } = this.#settings
    const exportedKw = model.productionKw - model.loadKw - batteryKw
    // Only modules can be limited immediately.
    const excessKw = maxExportKw === null ? 0 : clamp(exportedKw - maxExportKw, 0, model.pvKw)
    const pvKw = model.pvKw - excessKw
    const productionKw = pvKw + model.engineKw
    const gridKw = model.loadKw + batteryKw - productionKw
    return { ...model, pvKw, productionKw, batteryKw, gridKw, soc }
  }

  #batteryKw({ atMs, batteryKw: byItself }: SiteMoment, soc: number | null): number {
    const { capacityKwh } = this.site
    if (soc === null || !capacityKwh) return 0
    const { minPct, maxPct } = this.#settings
    const kwPerPct = (capacityKwh / 100) * (hourMs / stepMs)
    const maxCharging = Math.max(0, (maxPct - soc) * kwPerPct)
    const maxDischarging = Math.max(0, (soc - minPct) * kwPerPct)
    const wanted = orderedKw(this.#settings, this.site, byItself, atMs)
    return clamp(wanted, -maxDischarging, maxCharging)
  }
}

function startOfDay(atMs: number): number {
  return Math.floor(atMs / dayMs) * dayMs
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value))
}
