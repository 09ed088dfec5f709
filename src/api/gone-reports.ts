// Apart from `plant-gone.ts`, which imports the queries that report here.
type GoneListener = (plantId: string) => void

const listeners = new Set<GoneListener>()

/** Reports that a read or write found a plant gone. */
export function reportGone(plantId: string): void {
  for (const listener of listeners) listener(plantId)
}

/** Calls back for each plant that is reported as gone. */
export function onGone(listener: GoneListener): void {
  listeners.add(listener)
}
