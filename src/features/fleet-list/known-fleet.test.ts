import { beforeEach, expect, it, vi } from 'vitest'
import { fleetListPart } from './fleet-list-part'
import { preloadKnownFleet } from './known-fleet'
import type { RouterContext } from '@/api/session/session-context'
import { personDatabase } from '@/lib/person-databases'

const readAhead = vi.hoisted(() => vi.fn<(databaseName: string, scope: string) => void>())
vi.mock(import('@/fleet/fleet-worker-start'), () => ({ readSnapshotAhead: readAhead }))
const preload = vi.spyOn(fleetListPart, 'preload').mockReturnValue()

beforeEach(() => {
  readAhead.mockClear()
  preload.mockClear()
})

/** The context of a user who is signed in while these users have a fleet on this device. */
function contextOf(username: string, stored: string[]) {
  const person = { username, organizationName: 'Acme', roles: [] }
  let state: object = { phase: 'signed-in', person }
  const names = stored.map((one) => ({ name: personDatabase('fleet', one) }))
  vi.stubGlobal('indexedDB', { databases: async () => names })
  const context = { config: { apiBaseUrl: '/api/v1' }, session: { getState: () => state } }
  return {
    context: context as unknown as RouterContext,
    signOut: () => (state = { phase: 'signed-out' }),
  }
}

it('reads the fleet of an earlier visit, and loads the code of its list', async () => {
  await preloadKnownFleet(contextOf('ann', ['ann']).context)
  expect(readAhead).toHaveBeenCalledExactlyOnceWith(personDatabase('fleet', 'ann'), '/api/v1 Acme')
  expect(preload).toHaveBeenCalledOnce()
})

it('does nothing on a device without this user’s fleet', async () => {
  await preloadKnownFleet(contextOf('ann', ['bob']).context)
  expect(readAhead).not.toHaveBeenCalled()
  expect(preload).not.toHaveBeenCalled()
})

it('does nothing for a user who has signed out meanwhile', async () => {
  const { context, signOut } = contextOf('ann', ['ann'])
  const done = preloadKnownFleet(context)
  signOut()
  await done
  expect(readAhead).not.toHaveBeenCalled()
})
