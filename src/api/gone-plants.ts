type GoneListener = (plantId: string) => void

const listeners = new Set<GoneListener>()

export function reportGone(plantId: string): void {
  for (const listener of listeners) listener(plantId)
}

/** Calls back for each plant that is reported as gone. */
export function onGone(listener: GoneListener): void {
  listeners.add(listener)
}
