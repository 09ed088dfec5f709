import { prime } from '@/api/query-client'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'

// In a file that the page needs anyway, and the first screen of the others doesn't.
const fleetPart = codePart(() => import('@/fleet/read-fleet'))

/** Starts reading the whole list. The page reads it as well, and shows a failure. */
export function primeFleet({ config, session, queryClient }: RouterContext): void {
  const placeNow = () => {
    const state = session.getState()
    if (!('person' in state)) return undefined
    const { person } = state
    return { username: person.username, scope: dataScopeOf(config, person) }
  }
  if (!placeNow()) return
  void fleetPart.load().then(
    ({ fleetPass }) => {
      // Someone else may have signed in while the code was loaded.
      const place = placeNow()
      if (place) prime(queryClient, fleetPass(config, place))
    },
    () => undefined,
  )
}
