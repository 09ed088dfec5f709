import { expect, it } from 'vitest'
import { fleetDay, leftOutText } from './fleet-day'
import type { PlantDay } from './plant-day'

const date = '2026-11-29'
const day = (given: Partial<PlantDay>): PlantDay => ({
  date,
  kind: 'measured',
  produced: 10,
  imported: 2,
  exported: 1,
  ...given,
})

it('adds up the known totals, and counts their plants', () => {
  const { totals, read, counted } = fleetDay(
    [day({}), day({ produced: 5, imported: null }), day({ produced: null, exported: 0 })],
    date,
  )
  expect(totals).toEqual({
    produced: { sum: 15, plants: 2 },
    imported: { sum: 4, plants: 2 },
    exported: { sum: 2, plants: 3 },
  })
  expect([read, counted]).toEqual([3, 3])
})

it('has no sum, rather than 0, when no plant gave a total', () => {
  const { totals } = fleetDay([day({ imported: null })], date)
  expect(totals.imported).toEqual({ sum: null, plants: 0 })
  expect(fleetDay([], date).totals.produced).toEqual({ sum: null, plants: 0 })
})

it('leaves out other days and values that aren’t measurements', () => {
  const none = { produced: null, imported: null, exported: null }
  const result = fleetDay(
    [
      day({}),
      day({ date: '2026-11-28' }),
      day({ kind: 'unreported', produced: 0, imported: 0, exported: 0 }),
      day({ kind: 'contradictory', produced: -5 }),
      day({ kind: 'contradictory', produced: -5 }),
      day({ kind: 'unreadable', date: '' }),
      day(none),
    ],
    date,
  )
  expect(result.totals.produced).toEqual({ sum: 10, plants: 1 })
  expect([result.read, result.counted]).toEqual([7, 1])
  expect(leftOutText(result)).toBe(
    'Not in the sums: 1 plant without a report today, 1 plant without any value, 1 plant with totals of another day, 2 plants whose totals contradict each other and 1 plant with unreadable totals.',
  )
})

it('says nothing when no plant is left out', () => {
  expect(leftOutText(fleetDay([day({})], date))).toBe('')
})
