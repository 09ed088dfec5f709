import { beforeEach, expect, it, vi } from 'vitest'
import type * as listCode from './fleet-list-code'
import { fleetListPart } from './fleet-list-part'
import { preloadKnownFleet } from './known-fleet'
import type { RouterContext } from '@/api/session/session-context'
import { personDatabase } from '@/lib/person-databases'

const readAhead = vi.hoisted(() => vi.fn<(databaseName: string, scope: string) => void>())
vi.mock(import('@/fleet/snapshot-parts-store'), () => ({ readSnapshotAhead: readAhead }))
const restore = vi.fn<typeof listCode.restoreFleet>(() => Promise.resolve())
const code = { restoreFleet: restore } as unknown as typeof listCode
const load = vi.spyOn(fleetListPart, 'load')

beforeEach(() => {
  readAhead.mockClear()
  restore.mockClear()
  load.mockReset().mockResolvedValue(code)
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

it('reads the fleet of an earlier visit, and restores it with the code of its list', async () => {
  await preloadKnownFleet(contextOf('ann', ['ann']).context)
  expect(readAhead).toHaveBeenCalledExactlyOnceWith(personDatabase('fleet', 'ann'), '/api/v1 Acme')
  expect(restore).toHaveBeenCalledExactlyOnceWith({ username: 'ann', scope: '/api/v1 Acme' })
})

it('does nothing on a device without this user’s fleet', async () => {
  await preloadKnownFleet(contextOf('ann', ['bob']).context)
  expect(readAhead).not.toHaveBeenCalled()
  expect(load).not.toHaveBeenCalled()
})

it('does nothing for a user who has signed out meanwhile', async () => {
  const { context, signOut } = contextOf('ann', ['ann'])
  const done = preloadKnownFleet(context)
  signOut()
  await done
  expect(readAhead).not.toHaveBeenCalled()
})

it('restores nothing for a user who has signed out while the code was loaded', async () => {
  const { context, signOut } = contextOf('ann', ['ann'])
  load.mockImplementation(async () => {
    signOut()
    return code
  })
  await preloadKnownFleet(context)
  expect(restore).not.toHaveBeenCalled()
})
