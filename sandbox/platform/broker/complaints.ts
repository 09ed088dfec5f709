const quietMs = 60_000
const mostPlants = 1_000

/** Says on the platform's console what is wrong with a plant, once a minute and plant at most. */
export class Complaints {
  private readonly saidAtMs = new Map<string, number>()

  say(plantId: string, what: string): void {
    const nowMs = Date.now()
    if (nowMs - (this.saidAtMs.get(plantId) ?? -Infinity) < quietMs) return
    if (this.saidAtMs.size >= mostPlants) this.saidAtMs.clear()
    this.saidAtMs.set(plantId, nowMs)
    console.warn(`plant ${plantId}: ${what}`)
  }
}
