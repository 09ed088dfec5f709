import type { QueryClient } from '@tanstack/react-query'
import { prime } from '@/api/query-client'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'

// Each is in a file that its pages need anyway, and the first screen of the others doesn't.
const historyPart = codePart(() => import('@/api/commands'))
const fleetPart = codePart(() => import('@/fleet/fleet-pass'))
const certificatesPart = codePart(() => import('@/api/certificates'))

/** Starts reading a plant's command history. The page reads it as well, and shows a failure. */
export function primeHistory(
  queryClient: QueryClient,
  plantId: string,
  read: 'first' | 'page',
): void {
  void historyPart.load().then(
    ({ commandQueries: { first, page } }) =>
      prime(queryClient, read === 'first' ? first(plantId) : page(plantId, 1)),
    () => undefined,
  )
}

/** Starts reading the figures of the certificates. The page reads them as well, and shows a failure. */
export function primeCertificates(queryClient: QueryClient): void {
  void certificatesPart.load().then(
    ({ certificateQueries }) => prime(queryClient, certificateQueries.stats()),
    () => undefined,
  )
}

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
