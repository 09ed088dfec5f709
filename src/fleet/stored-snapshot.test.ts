import { expect, it } from 'vitest'
import { encodePlants } from './page-columns'
import { readSnapshot } from './stored-snapshot'
import { anyFleet, nowMs } from './test-fleets'
import { fc } from '@/lib/test-properties'

const page = () => encodePlants([], nowMs)

it('reads back any snapshot as it was stored', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const snapshot = { pages: [encodePlants(plants, nowMs), page()], total: plants.length }
      expect(readSnapshot(structuredClone(snapshot))).toEqual(snapshot)
    }),
  )
  expect(readSnapshot({ pages: [], total: null })).toEqual({ pages: [], total: null })
})

it.each([
  ['nothing', () => undefined],
  ['no total', () => ({ pages: [page()] })],
  ['a column missing', () => ({ pages: [{ ...page(), urgency: undefined }], total: 1 })],
  ['a column of another type', () => ({ pages: [{ ...page(), failures: [1, 2] }], total: 1 })],
  ['a column of another length', () => ({ pages: [{ ...page(), rows: 3 }], total: 1 })],
])('rejects a snapshot with %s', (_what, stored) => {
  expect(readSnapshot(stored())).toBeUndefined()
})
