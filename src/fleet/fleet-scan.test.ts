import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FleetIndex } from './fleet-index'
import { keepScanning, scanFleet, scanMembers } from './fleet-scan'
import { columnsOf, nowMs, plainPlant } from './test-fleets'
import { runSteps } from '@/lib/run-steps'

const plants = Array.from({ length: 200 }, (_, at) => plainPlant(`p${at}`))

function collector() {
  const ids: string[] = []
  return {
    add: ({ id }: { id: string }) => ids.push(id),
    finish: function* finish() {
      yield
      return ids
    },
  }
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

it('passes each plant that is left once, in several steps', () => {
  const columns = columnsOf(plants)
  columns.remove(columns.find('p3'))
  const steps = scanFleet(columns, collector())
  let yields = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) yields += 1
  const others = plants.map(({ id }) => id).filter((id) => id !== 'p3')
  expect(step.value.toSorted()).toEqual(others.toSorted())
  expect(yields).toBeGreaterThan(1)
})

it('passes plants by their IDs, in several steps', () => {
  const columns = columnsOf(plants)
  const ids = plants.map(({ id }) => id).toReversed()
  const times = new Set<number>()
  const inner = collector()
  const scan = {
    add: (plant: { id: string }, readAtMs: number) => {
      times.add(readAtMs)
      inner.add(plant)
    },
    finish: () => inner.finish(),
  }
  const steps = scanMembers(columns, [...ids.slice(0, 150), 'unknown'], scan)
  let yields = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) yields += 1
  expect(step.value).toEqual(ids.slice(0, 150))
  expect(times).toEqual(new Set([nowMs]))
  expect(yields).toBeGreaterThan(1)
})

it('takes the steps in which a scan finishes', () => {
  const inner = collector()
  const inSteps = {
    add: inner.add,
    finish: function* finish() {
      yield
      return (yield* inner.finish()).length
    },
  }
  const countSteps = (generator: Generator<void, unknown>) => Array.from(generator).length
  const columns = columnsOf(plants)
  expect(countSteps(scanFleet(columns, inSteps))).toBe(
    countSteps(scanFleet(columns, collector())) + 1,
  )
})

it('scans again once the fleet has changed, however often, but not all the time', async () => {
  const index = new FleetIndex()
  runSteps(index.restore({ pages: [], total: 0 }))
  const results: string[][] = []
  const end = keepScanning(
    index,
    (columns) => scanFleet(columns, collector()),
    (ids) => results.push([...ids]),
  )
  await vi.waitFor(() => expect(results).toEqual([[]]))
  for (const id of ['a', 'b', 'c']) index.put(plainPlant(id), nowMs)
  expect(results).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(results).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  await vi.waitFor(() => expect(results).toEqual([[], ['a', 'b', 'c']]))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(results).toHaveLength(2)
  end()
})

it('stops at its end', async () => {
  const index = new FleetIndex()
  runSteps(index.restore({ pages: [], total: 0 }))
  const onResult = vi.fn<(ids: string[]) => void>()
  const end = keepScanning(index, (columns) => scanFleet(columns, collector()), onResult)
  await vi.waitFor(() => expect(onResult).toHaveBeenCalledOnce())
  index.put(plainPlant('a'), nowMs)
  end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onResult).toHaveBeenCalledOnce()
})
