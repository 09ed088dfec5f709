import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type * as listCode from './fleet-list-code'
import { fleetListPart } from './fleet-list-part'
import { knownFleet, restoreKnownFleet } from './known-fleet'
import type { RouterContext } from '@/api/session/session-context'
import { forgetPerson } from '@/lib/person-change'
import { personDatabase } from '@/lib/person-databases'

const readAhead = vi.hoisted(() => vi.fn<(databaseName: string, scope: string) => void>())
const drop = vi.hoisted(() => vi.fn<() => void>())
vi.mock(import('@/fleet/snapshot-parts-store'), () => ({
  readSnapshotAhead: readAhead,
  dropSnapshotAhead: drop,
}))
const restore = vi.fn<typeof listCode.restoreFleet>(() => Promise.resolve())
const code = { restoreFleet: restore } as unknown as typeof listCode
const load = vi.spyOn(fleetListPart, 'load')

beforeEach(() => {
  forgetPerson()
  vi.clearAllMocks()
  load.mockReset().mockResolvedValue(code)
})

const ann = { username: 'ann', organizationName: 'Acme', roles: [] }

/** The context of a user who is signed in while these users have a fleet on this device. */
function contextOf(stored: string[]) {
  let state: object = { phase: 'signed-in', person: ann }
  const names = stored.map((one) => ({ name: personDatabase('fleet', one) }))
  vi.stubGlobal('indexedDB', { databases: async () => names })
  const context = { config: { apiBaseUrl: '/api/v1' }, session: { getState: () => state } }
  return { context: context as unknown as RouterContext, become: (next: object) => (state = next) }
}

// First, while the code that reads ahead isn't loaded yet.
it('reads nothing ahead once the code of the list couldn’t be loaded', async () => {
  load.mockRejectedValue(new Error('gone'))
  await restoreKnownFleet(contextOf(['ann']).context)
  await vi.dynamicImportSettled()
  expect(readAhead).not.toHaveBeenCalled()
})

it('reads the fleet of an earlier visit, and restores it with the code of its list', async () => {
  await restoreKnownFleet(contextOf(['ann']).context)
  expect(readAhead).toHaveBeenCalledExactlyOnceWith(personDatabase('fleet', 'ann'), '/api/v1 Acme')
  expect(restore).toHaveBeenCalledExactlyOnceWith({ username: 'ann', scope: '/api/v1 Acme' })
  expect(drop).not.toHaveBeenCalled()
})

it('does nothing on a device without this user’s fleet', async () => {
  await restoreKnownFleet(contextOf(['bob']).context)
  expect(readAhead).not.toHaveBeenCalled()
  expect(load).not.toHaveBeenCalled()
})

const changes = [
  ['has signed out', { phase: 'signed-out' }],
  ['has been replaced', { phase: 'signed-in', person: { ...ann, username: 'bob' } }],
  [
    'has chosen another organization',
    { phase: 'signed-in', person: { ...ann, organizationId: 'o-2' } },
  ],
] as const

it.each(changes)('reads nothing for a user who %s meanwhile', async (_what, next) => {
  const { context, become } = contextOf(['ann'])
  const done = restoreKnownFleet(context)
  become(next)
  await done
  expect(readAhead).not.toHaveBeenCalled()
})

it.each(changes)(
  'restores nothing for a user who %s while the code was loaded',
  async (_what, next) => {
    const { context, become } = contextOf(['ann'])
    load.mockImplementation(async () => {
      become(next)
      return code
    })
    await restoreKnownFleet(context)
    expect(restore).not.toHaveBeenCalled()
  },
)

it('frees what it has read when the code can’t be loaded', async () => {
  load.mockRejectedValue(new Error('gone'))
  await restoreKnownFleet(contextOf(['ann']).context)
  expect(drop).toHaveBeenCalledOnce()
})

it('has the page wait for saved plants, but not for long, and only for the same user', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const onChange = vi.fn<() => void>()
  onTestFinished(knownFleet.subscribe(onChange))
  const { context, become } = contextOf(['ann', 'bob'])
  const done = restoreKnownFleet(context)
  expect(knownFleet.isAwaited()).toBe(true)
  await done
  expect(knownFleet.isAwaited()).toBe(false)
  expect(onChange).toHaveBeenCalledTimes(2)
  load.mockReturnValue(new Promise(() => undefined))
  const slow = restoreKnownFleet(context)
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2))
  vi.advanceTimersByTime(1_000)
  expect(knownFleet.isAwaited()).toBe(false)
  void slow
  // A restoring that ends late must not end the wait of the next user.
  let finish = (): void => undefined
  load.mockReturnValue(new Promise((resolve) => (finish = () => resolve(code))))
  const late = restoreKnownFleet(context)
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(3))
  become({ phase: 'signed-in', person: { ...ann, username: 'bob' } })
  forgetPerson()
  load.mockReturnValue(new Promise(() => undefined))
  void restoreKnownFleet(context)
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(4))
  finish()
  await late
  expect(knownFleet.isAwaited()).toBe(true)
})
