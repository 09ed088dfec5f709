// Plants that the list no longer has, although the last visit had them.
import { expect, it } from 'vitest'
import { FleetIndex } from './fleet-index'
import { encodePlants } from './page-columns'
import { plainPlant, snapshotOf } from './test-fleets'
import { runSteps } from '@/lib/run-steps'

/** An index with the plants of a visit that ended at 500. */
function savedIndex(...ids: string[]) {
  const index = new FleetIndex()
  const restore = () =>
    runSteps(
      index.restore({
        pages: snapshotOf(
          ids.map((id) => plainPlant(id)),
          500,
        ),
        total: 3,
      }),
    )
  const addPage = (found: string[], requestedAtMs: number) => {
    const columns = encodePlants(
      found.map((id) => plainPlant(id)),
      requestedAtMs,
    )
    const meta = { total: found.length, totalPages: 1, hasNext: false }
    index.addPage({ columns, meta, rows: found.length, unreadableRows: 0 }, requestedAtMs + 1)
  }
  const isKnown = (id: string) => index.columns.find(id) !== -1
  return { index, restore, addPage, isKnown }
}

it('names the plants that a pass did not find, unless they were read since', () => {
  const { index, restore, addPage } = savedIndex('a', 'b', 'c')
  restore()
  expect(index.unconfirmed()).toEqual([])
  index.beginPass(0)
  addPage(['a'], 1_000)
  index.put(plainPlant('c'), 1_001)
  index.endPass()
  expect(index.unconfirmed()).toEqual(['b'])
  index.beginPass(0)
  addPage(['a', 'b', 'c'], 2_000)
  index.endPass()
  expect(index.unconfirmed()).toEqual([])
})

it('keeps out a plant that was gone before anything of the list was known', () => {
  const { index, restore, addPage, isKnown } = savedIndex('a', 'b')
  index.remove('b', 900)
  restore()
  expect([isKnown('a'), isKnown('b')]).toEqual([true, false])
  index.beginPass(0)
  addPage(['a', 'b'], 899)
  expect(isKnown('b')).toBe(false)
  expect(index.getState().plants).toBe(1)
})

it('stays without a plant that two passes missed, whatever an older reading says', () => {
  const { index, addPage, isKnown } = savedIndex()
  const readPass = (found: string[], atMs: number) => {
    index.beginPass(0)
    addPage(found, atMs)
    index.endPass()
  }
  readPass(['a', 'b'], 1_000)
  readPass(['a'], 2_000)
  readPass(['a'], 3_000)
  expect(isKnown('b')).toBe(false)
  index.put(plainPlant('b'), 1_500)
  expect(isKnown('b')).toBe(false)
  index.put(plainPlant('b'), 3_500)
  expect(isKnown('b')).toBe(true)
})
