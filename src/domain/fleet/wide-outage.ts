// Nearly all plants out of reach at once is one event of the platform or its network, not one event per plant.

/** Plants that were connected in one pass over the list, and those of them that the next one found disconnected. */
interface ConnectionsLost {
  connected: number
  stopped: number
}

/** In a small fleet, several plants may fail by coincidence. */
const fewestPlants = 20
const nearlyAll = 0.9

/** Returns true when nearly all plants that were connected stopped answering between two passes. */
export function isWideOutage({ connected, stopped }: ConnectionsLost): boolean {
  return connected >= fewestPlants && stopped >= nearlyAll * connected
}

/**
 * Returns the loss of connections to report after a pass in which `answering` plants were connected: a wide outage lasts
 * until half of its plants answer again.
 */
export function currentOutage<Lost extends ConnectionsLost>(
  earlier: Lost | undefined,
  latest: Lost | undefined,
  answering: number,
): Lost | undefined {
  const isLasting = earlier && isWideOutage(earlier) && answering < earlier.connected / 2
  return isLasting ? earlier : latest
}
