import { minuteMs } from '@/lib/instants'

const quietMs = minuteMs
const maxPlants = 1_000

/** Logs problems with plants to the platform's console, at most one per plant and minute. */
export class PlantWarnings {
  private readonly warnedAtMs = new Map<string, number>()

  warn(plantId: string, problem: string): void {
    const nowMs = Date.now()
    if (nowMs - (this.warnedAtMs.get(plantId) ?? -Infinity) < quietMs) return
    if (this.warnedAtMs.size >= maxPlants) this.warnedAtMs.clear()
    this.warnedAtMs.set(plantId, nowMs)
    console.warn(`plant ${plantId}: ${problem}`)
  }
}
