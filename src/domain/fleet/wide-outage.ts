// When nearly all plants disconnect at once, the cause is the platform or its network, not the plants.

/** Plants that were connected in one pass over the list, and those of them that the next one found disconnected. */
interface ConnectionsLost {
  connected: number
  stopped: number
}

/** Even if one connection in ten ends by itself between two passes, five at once are a coincidence of 1 in 100,000. */
const fewestLost = 5
const nearlyAll = 0.9

/**
 * Returns true when nearly all connected plants disconnected between two passes: nine in ten, and at least five. Of five
 * to nine plants, that is every one; of fewer, never, because a site's router or a coincidence explains them. Plants that
 * were already offline don’t count, however many they are.
 */
export function isWideOutage({ connected, stopped }: ConnectionsLost): boolean {
  return stopped >= fewestLost && stopped >= nearlyAll * connected
}

/**
 * Returns the loss of connections to report after a pass that found `connectedNow` plants connected: a wide outage lasts
 * until half of its plants are connected again.
 */
export function currentOutage<Lost extends ConnectionsLost>(
  earlier: Lost | undefined,
  latest: Lost | undefined,
  connectedNow: number,
): Lost | undefined {
  const isLasting = earlier && isWideOutage(earlier) && connectedNow < earlier.connected / 2
  return isLasting ? earlier : latest
}
