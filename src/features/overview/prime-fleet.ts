import { prime } from '@/api/query-client'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'

// In a file that the page needs anyway, and the first screen of the others doesn't.
const fleetPart = codePart(() => import('@/fleet/read-fleet'))

/** Starts reading the whole list. The page reads it as well, and shows a failure. */
export function primeFleet({ config, session, queryClient }: RouterContext): void {
  const state = session.getState()
  if (!('person' in state)) return
  const { person } = state
  const place = { username: person.username, scope: dataScopeOf(config, person) }
  void fleetPart.load().then(
    ({ fleetPass }) => prime(queryClient, fleetPass(config, place)),
    () => undefined,
  )
}
