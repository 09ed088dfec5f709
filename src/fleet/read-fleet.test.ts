import { beforeEach, expect, test, vi } from 'vitest'
import { findPlants } from './find-plants'
import { fleetIndex, readFleet, restoreFleet } from './read-fleet'
import type { saveSnapshot as save } from './snapshot-store'
import type { Snapshot } from './stored-snapshot'
import { plainPlant, snapshotOf } from './test-fleets'
import { failureOf, pointClientAt, respondWith, startServer } from '@/api/test-server'
import { secondMs } from '@/lib/instants'
import { forgetPerson } from '@/lib/person-change'

const loadSnapshot = vi.hoisted(() => vi.fn<() => Promise<Snapshot | undefined>>())
const removeSnapshots = vi.hoisted(() => vi.fn<() => Promise<void>>().mockResolvedValue())
const saveSnapshot = vi.hoisted(() => vi.fn<typeof save>().mockResolvedValue())
vi.mock(import('./snapshot-store'), () => ({
  loadSnapshot,
  removeSnapshots,
  saveSnapshot,
  forgetPass: async () => {},
}))

const limits = { fleetLimit: 10_000, fleetConcurrency: 4, fleetPerMinute: 600_000 }
const place = { username: 'ann', scope: 'api' }

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  saveSnapshot.mockClear()
  forgetPerson()
})

/** Returns the snapshot that was stored last, as the browser's database returns it. */
const stored = () => structuredClone(saveSnapshot.mock.lastCall?.[1])

/** Serves a list, fails the requests whose numbers are given, and leaves those after the `last` one without an answer. */
async function serve(
  total: number,
  { fails = [] as number[], last = Infinity, status = 400 } = {},
) {
  const server = await startServer((response, request, nth) => {
    if (nth > last) return undefined
    if (fails.includes(nth)) return respondWith(response, status, { code: 'BAD', message: 'no' })
    const page = Number(new URL(request.url ?? '', 'http://host').searchParams.get('page'))
    const rows = Math.max(0, Math.min(100, total - (page - 1) * 100))
    const data = Array.from({ length: rows }, (_, row) => ({
      id: `plant-${(page - 1) * 100 + row}`,
      name: `FVE ${(page - 1) * 100 + row}`,
    }))
    const meta = { total, totalPages: Math.ceil(total / 100) }
    return respondWith(response, 200, { data, meta })
  })
  pointClientAt(server.url)
  return server
}

test('reads a short list twice, which proves that it is complete', async () => {
  const { received } = await serve(250)
  await readFleet(limits, place)
  expect(received).toHaveLength(6)
  expect(fleetIndex.getState()).toMatchObject({ plants: 250, completeness: { kind: 'complete' } })
  expect(findPlants('fve 24', 3)).toMatchObject({ matches: 13, found: [{}, {}, {}] })
})

test('reads a long list once, and none beyond the limit', async () => {
  const long = await serve(1_150)
  await readFleet(limits, place)
  expect(long.received).toHaveLength(12)
  expect(fleetIndex.getState().completeness).toEqual({ kind: 'probable' })
  forgetPerson()
  const { received } = await serve(1_150)
  await readFleet({ ...limits, fleetLimit: 1_149 }, place)
  expect(received).toHaveLength(1)
  await vi.waitFor(() => expect(removeSnapshots).toHaveBeenCalledOnce())
  expect(fleetIndex.getState()).toMatchObject({ isOverLimit: true, total: 1_150 })
})

test('keeps what was read when a request fails, and reads only the rest later', async () => {
  const { received } = await serve(1_150, { fails: [5] })
  await failureOf(readFleet(limits, place))
  const before = received.length
  const { plants } = fleetIndex.getState()
  expect(plants).toBeGreaterThan(300)
  expect(fleetIndex.getState().completeness).toEqual({ kind: 'incomplete', gap: 'reading' })
  await readFleet(limits, place)
  expect(received.length - before).toBe(12 - Math.ceil(plants / 100))
  expect(fleetIndex.getState()).toMatchObject({ plants: 1_150, completeness: { kind: 'probable' } })
})

test('reads on after a reload where a pass stopped, and nothing twice', async () => {
  const { received } = await serve(1_150, { fails: [5] })
  await failureOf(readFleet(limits, place))
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  const before = received.length
  const { plants } = fleetIndex.getState()
  forgetPerson()
  loadSnapshot.mockResolvedValueOnce(stored())
  await readFleet(limits, place)
  expect(received.length - before).toBe(12 - Math.ceil(plants / 100))
  expect(fleetIndex.getState()).toMatchObject({
    plants: 1_150,
    isFromSnapshot: false,
    completeness: { kind: 'probable' },
  })
})

test.each([
  [503, 1],
  [429, 0],
])('stores what was read when it waits after a %d: %d times', async (status, times) => {
  const { received } = await serve(1_150, { fails: [5], status, last: 5 })
  const now = vi.spyOn(performance, 'now')
  now.mockImplementation(() => (received.length < 5 ? 0 : 10 * secondMs))
  const reading = failureOf(readFleet({ ...limits, fleetConcurrency: 1 }, place))
  // It asks again after a pause.
  await vi.waitFor(() => expect(received).toHaveLength(6), { timeout: 5_000 })
  forgetPerson()
  await reading
  expect(saveSnapshot).toHaveBeenCalledTimes(times)
  now.mockRestore()
})

test('resumes no pass over a list that is longer than allowed by now', async () => {
  await serve(1_150, { fails: [5] })
  await failureOf(readFleet(limits, place))
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  forgetPerson()
  loadSnapshot.mockResolvedValueOnce(stored())
  const { received } = await serve(1_150)
  await readFleet({ ...limits, fleetLimit: 1_149 }, place)
  expect(received).toHaveLength(0)
  expect(fleetIndex.getState()).toMatchObject({ isOverLimit: true })
})

test('shows the plants of the last visit before it asks for the list', async () => {
  await serve(250)
  await readFleet(limits, place)
  const pages = [...fleetIndex.snapshot().pages]
  forgetPerson()
  const { received } = await serve(250)
  loadSnapshot.mockImplementationOnce(async () => {
    // Slower than a request, if there is one.
    const isAsked = () => expect(received).not.toHaveLength(0)
    await vi.waitFor(isAsked, { timeout: 200 }).catch(() => undefined)
    return { pages, total: 250 }
  })
  const seen: [number, number, boolean][] = []
  const unsubscribe = fleetIndex.subscribe(() => {
    const { plants, isFromSnapshot } = fleetIndex.getState()
    seen.push([received.length, plants, isFromSnapshot])
  })
  await readFleet(limits, place)
  unsubscribe()
  expect(seen[0]).toEqual([0, 250, true])
  expect(fleetIndex.getState()).toMatchObject({ plants: 250, isFromSnapshot: false })
})

test('stops when another user signs in, and forgets everything', async () => {
  const { received } = await serve(1_150, { last: 1 })
  const reading = failureOf(readFleet(limits, place))
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(1))
  forgetPerson()
  await reading
  expect(fleetIndex.getState()).toMatchObject({ plants: 0, total: undefined })
})

test('asks for the plants of the last visit that the list no longer has', async () => {
  loadSnapshot.mockResolvedValueOnce({
    pages: snapshotOf([plainPlant('plant-0'), plainPlant('gone')], 500),
    total: 2,
  })
  await serve(1_150)
  const asked: string[] = []
  await readFleet(limits, place, async (plantId) => asked.push(plantId))
  expect(asked).toEqual(['gone'])
})

test('restores a fleet once for one place, and not for another', async () => {
  loadSnapshot.mockReset().mockResolvedValue(undefined)
  await Promise.all([restoreFleet(place), restoreFleet(place)])
  expect(loadSnapshot).toHaveBeenCalledOnce()
  await restoreFleet({ ...place, scope: 'api o-2' })
  expect(loadSnapshot).toHaveBeenCalledTimes(2)
})
