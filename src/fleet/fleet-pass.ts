import { readFleet } from './read-fleet'
import { fleetQueries } from '@/api/fleet'

/** Query options for a pass over the list into the index, for a user and the data of an API and an organization. */
export function fleetPass(...given: Parameters<typeof readFleet>) {
  return fleetQueries.pass(() => readFleet(...given))
}
