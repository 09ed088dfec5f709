// Readings of single plants that show nothing new.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FleetIndex } from './fleet-index'
import { encodePlants } from './page-columns'
import { plainPlant } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'

const clockMs = 1_000
let index = new FleetIndex()

function readPass(plants: Plant[]): void {
  const rows = plants.length
  const meta = { total: rows, totalPages: 1, hasNext: false }
  index.beginPass(0)
  index.addPage({ columns: encodePlants(plants, clockMs), meta, rows, unreadableRows: 0 }, clockMs)
  index.endPass()
}

beforeEach(() => {
  index = new FleetIndex()
})
afterEach(() => {
  vi.useRealTimers()
})

it('changes nothing but the time of reading when the plant is the same', () => {
  const tagged = (id: string, key: string) => ({ ...plainPlant(id), metadata: `{"${key}":"Brno"}` })
  readPass([tagged('a', 'region'), tagged('b', 'town')])
  const { version } = index.getState()
  const segments = index.columns.segments.size
  index.put(tagged('b', 'town'), clockMs + 10)
  index.put(tagged('b', 'town'), clockMs + 5)
  expect(index.getState().version).toBe(version)
  expect(index.columns.readAtMs[1]).toBe(clockMs + 10)
  expect(index.columns.segments.size).toBe(segments)
  // In a page of its own, the first key has the mark that "region" has in the list.
  index.put(tagged('b', 'region'), clockMs + 20)
  expect(index.getState().version).toBe(version + 1)
})

it.each([
  { status: 'OFFLINE' },
  { name: 'renamed' },
  { name: 'B' },
  { authFailureCount: 1 },
  { certificateExpiresAt: '2026-11-29T12:00:00.000Z' },
  { certificateFingerprint: 'AB:CD' },
  { organizationId: 'o-2' },
  { metadata: '{"region":"Brno"}' },
  { unreadable: ['metadata'] },
])('changes the version immediately with %j', (given) => {
  readPass([plainPlant('a'), plainPlant('b')])
  const { version } = index.getState()
  index.put({ ...plainPlant('b'), ...given }, clockMs + 10)
  expect(index.getState().version).toBe(version + 1)
  expect(index.columns.plantAt(1)).toMatchObject('metadata' in given ? {} : given)
})

it('changes the version later, and once, when plants were only seen again', () => {
  vi.useFakeTimers()
  readPass([plainPlant('a'), plainPlant('b')])
  const { version } = index.getState()
  const seen = (id: string) => ({ ...plainPlant(id), lastSeenAt: '2026-11-29T12:00:00.000Z' })
  index.put(seen('a'), clockMs + 10)
  vi.advanceTimersByTime(5_000)
  index.put(seen('b'), clockMs + 20)
  expect(index.getState().version).toBe(version)
  vi.advanceTimersByTime(5_000)
  expect(index.getState().version).toBe(version + 1)
  expect(index.columns.plantAt(1)).toMatchObject({ lastSeenAt: '2026-11-29T12:00:00.000Z' })
  vi.advanceTimersByTime(60_000)
  expect(index.getState().version).toBe(version + 1)
})
