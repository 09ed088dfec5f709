import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type DetailName, energyFigures, siteFigures, siteUpdates } from './detail-kinds'
import { detailTrouble, needDetails, readDetailsAgain, retryDetails } from './fleet-details'
import { fleetIndex, readFleet } from './read-fleet'
import { watchPlants } from '@/api/fleet'
import { createQueryClient } from '@/api/query-client'
import { plantKeys } from '@/api/query-keys'
import { pointClientAt, respondWith, startServer } from '@/api/test-server'
import { minuteMs } from '@/lib/instants'
import { forgetPerson } from '@/lib/person-change'
import { serverNow } from '@/lib/server-clock'

vi.mock(import('./snapshot-store'), () => ({
  loadSnapshot: async () => undefined,
  removeSnapshots: async () => {},
  saveSnapshot: async () => {},
}))

const config = { fleetLimit: 10_000, fleetConcurrency: 4, fleetPerMinute: 600_000 }
const ids = ['troubled', 'b', 'c']
/** The queue looks again after two seconds, and a busy machine is slow. */
const soon = { timeout: 5_000 }

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  forgetPerson()
})

/**
 * Serves three plants, the last one in trouble. `fails` answers instead of a plant's own endpoints, which send no
 * response at all with `isHeld`.
 */
async function serve(
  fails: (plantId: string) => number | undefined = () => undefined,
  { isHeld = false } = {},
) {
  const server = await startServer((response, { url }) => {
    const [, plantId, rest] = /^\/plants\/([^/]+)(\/.*)?$/.exec(url) ?? []
    const plant = (id: string) => ({
      id,
      name: id,
      status: id === 'troubled' ? 'OFFLINE' : 'ONLINE',
      lifecycleStatus: 'ACTIVE',
      lastSeenAt: '2026-11-20T00:00:00Z',
    })
    if (plantId === undefined) {
      const data = ids.toReversed().map(plant)
      return respondWith(response, 200, { data, meta: { total: 3, totalPages: 1 } })
    }
    if (isHeld) return
    const status = fails(plantId)
    if (status !== undefined) {
      const code = status === 404 ? 'PLANT_NOT_FOUND' : 'BAD'
      return respondWith(response, status, { code, message: 'no' }, { 'retry-after': '0' })
    }
    return respondWith(
      response,
      200,
      rest === undefined
        ? { ...plant(plantId), alerts: [], fvePeakPowerKwp: 9.9 }
        : { date: '2026-11-29', produced: 4, imported: null, exported: 1 },
    )
  })
  pointClientAt(server.url)
  await readFleet(config, { username: 'ann', scope: 'api' })
  const asked = () => server.received.map(({ url }) => url).filter((url) => /plants\//.test(url))
  return { asked }
}

function need(...names: DetailName[]) {
  const queryClient = createQueryClient()
  const stop = needDetails(names, { queryClient, config, everyMs: null })
  onTestFinished(stop)
  return { queryClient, stop }
}

test('reads each plant once, those in trouble first, and keeps a few figures', async () => {
  const { asked } = await serve()
  need('site')
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  expect(asked()[0]).toBe('/plants/troubled')
  expect(asked()).toHaveLength(3)
  expect(siteFigures.of('b')?.figures).toEqual({
    alerts: { groups: [], unreadable: 0 },
    peakKwp: 9.9,
  })
  expect(energyFigures.size).toBe(0)
})

test('reads for several panels at a time', async () => {
  const { asked } = await serve()
  need('site')
  need('site', 'energy')
  await vi.waitFor(() => expect([siteFigures.size, energyFigures.size]).toEqual([3, 3]), soon)
  expect(asked()).toHaveLength(6)
  // The second panel doesn't wait until the whole fleet is read for the first.
  expect(
    asked()
      .slice(0, 2)
      .every((url) => url.startsWith('/plants/troubled')),
  ).toBe(true)
  expect(energyFigures.of('c')?.figures).toMatchObject({ produced: 4, imported: null })
})

test('reads again what is older than five minutes when the user asks', async () => {
  const { asked } = await serve()
  const nowMs = serverNow()
  const figures = { alerts: null, peakKwp: null }
  for (const id of ids) siteFigures.put(id, figures, nowMs - 4 * minuteMs)
  siteFigures.put('b', figures, nowMs - 6 * minuteMs)
  readDetailsAgain()
  need('site')
  await vi.waitFor(() => expect(siteFigures.of('b')?.readAtMs).toBeGreaterThanOrEqual(nowMs))
  expect(asked()).toEqual(['/plants/b'])
})

test('finds the plants to read only when the fleet has changed', async () => {
  await serve()
  need('site')
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  const [look, find] = [vi.spyOn(siteFigures, 'keepOnly'), vi.spyOn(fleetIndex.columns, 'idOf')]
  onTestFinished(() => {
    look.mockRestore()
    find.mockRestore()
  })
  await vi.waitFor(() => expect(look).toHaveBeenCalled(), soon)
  expect(find).not.toHaveBeenCalled()
})

test('keeps once what it reads again, and finds nothing of the fleet again for it', async () => {
  await serve()
  const { queryClient } = need('site')
  watchPlants(queryClient, siteUpdates)
  watchPlants(queryClient, {
    onRead: (read) => fleetIndex.put(read, serverNow()),
    onGone: () => {},
  })
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  const [version, known] = [siteFigures.getVersion(), fleetIndex.getState().version]
  siteFigures.put('b', { alerts: null, peakKwp: null }, 1)
  readDetailsAgain()
  await vi.waitFor(() => expect(siteFigures.of('b')?.figures.peakKwp).toBe(9.9), soon)
  expect(siteFigures.getVersion()).toBe(version + 2)
  expect(fleetIndex.getState().version).toBe(known)
})

test.each([
  [4, 2],
  [1, 1],
])('of %d requests at a time for the list, it uses %d', async (fleetConcurrency, most) => {
  const { asked } = await serve(undefined, { isHeld: true })
  const queryClient = createQueryClient()
  const half = { ...config, fleetConcurrency }
  onTestFinished(needDetails(['site'], { queryClient, config: half, everyMs: null }))
  await vi.waitFor(() => expect(asked()).toHaveLength(most), soon)
  // Takes longer than another request on its way.
  await readFleet(config, { username: 'ann', scope: 'api' })
  expect(asked()).toHaveLength(most)
})

test('leaves no response in the query cache', async () => {
  await serve()
  const { queryClient } = need('site', 'energy')
  await vi.waitFor(() => expect(energyFigures.size).toBe(3))
  await vi.waitFor(() => expect(queryClient.getQueryCache().findAll()).toEqual([]))
})

test('takes a plant from the cache that its page has just read', async () => {
  const { asked } = await serve()
  const queryClient = createQueryClient()
  queryClient.setQueryData(plantKeys.detail('b'), { id: 'b', alerts: null })
  onTestFinished(needDetails(['site'], { queryClient, config, everyMs: null }))
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  expect(asked().toSorted()).toEqual(['/plants/c', '/plants/troubled'])
  expect(siteFigures.of('b')?.figures.alerts).toBeNull()
  expect(queryClient.getQueryData(plantKeys.detail('b'))).toBeDefined()
})

test('counts a plant that is refused, and tries it again when asked', async () => {
  let isRefused = true
  await serve((plantId) => (isRefused && plantId === 'b' ? 403 : undefined))
  need('site')
  await vi.waitFor(() => expect([siteFigures.size, siteFigures.failed]).toEqual([2, 1]), soon)
  expect(detailTrouble()).toBeUndefined()
  isRefused = false
  retryDetails()
  // Nothing is known about it until it is read.
  expect(siteFigures.failed).toBe(1)
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  expect(siteFigures.failed).toBe(0)
})

test('pauses with the error of a server that is down, and goes on when asked', async () => {
  let isDown = true
  await serve(() => (isDown ? 503 : undefined))
  need('site', 'energy')
  await vi.waitFor(() => expect(detailTrouble()).toMatchObject({ status: 503 }))
  expect(siteFigures.size).toBe(0)
  isDown = false
  retryDetails()
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  expect(detailTrouble()).toBeUndefined()
})

test('forgets a plant that is gone', async () => {
  await serve((plantId) => (plantId === 'b' ? 404 : undefined))
  need('site')
  await vi.waitFor(() => expect(siteFigures.size).toBe(2))
  expect(siteFigures.failed).toBe(0)
})

test('keeps nothing of a reading that ends after another user has signed in', async () => {
  const put = vi.spyOn(siteFigures, 'put')
  onTestFinished(() => put.mockRestore())
  const { asked } = await serve(() => {
    forgetPerson()
    return undefined
  })
  need('site')
  await vi.waitFor(() => expect(asked()).not.toEqual([]))
  // Takes longer than the response that is on its way.
  await readFleet(config, { username: 'bob', scope: 'api' })
  expect(put).not.toHaveBeenCalled()
})

test('forgets the figures of the user', async () => {
  await serve()
  need('site')
  await vi.waitFor(() => expect(siteFigures.size).toBe(3), soon)
  forgetPerson()
  expect([siteFigures.size, fleetIndex.getState().plants]).toEqual([0, 0])
})
