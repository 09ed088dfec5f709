import { expect, it } from 'vitest'
import { type YieldSource, peerYield } from './peer-yield'
import { minuteMs } from '@/lib/instants'

const date = '2026-11-29'
const noonMs = Date.parse('2026-11-29T12:00:00Z')
const source = (
  plantId: string,
  produced: number | null,
  given: Partial<YieldSource> = {},
): YieldSource => ({
  plantId,
  day: { date, kind: 'measured', produced, imported: 0, exported: 0 },
  peakKwp: 10,
  readAtMs: noonMs,
  ...given,
})
const usual = ['a', 'b', 'c', 'd'].map((id) => source(id, 40))
const idsOf = (sources: YieldSource[]) => peerYield(sources, date).low.map(({ plantId }) => plantId)

it('lists the plants furthest below the median for each kWp, furthest first', () => {
  const sources = [
    ...usual,
    source('low', 20),
    source('large', 200, { peakKwp: 100 }),
    source('off', 0),
  ]
  expect(peerYield(sources, date)).toEqual({
    peers: 7,
    median: 4,
    low: [
      { plantId: 'off', perKwp: 0, below: 1 },
      { plantId: 'low', perKwp: 2, below: 0.5 },
      { plantId: 'large', perKwp: 2, below: 0.5 },
    ],
    fromMs: noonMs,
    toMs: noonMs,
  })
})

it('is not moved by a single plant, however wrong', () => {
  const sources = [...usual, source('wrong', 1e9), source('low', 20)]
  expect(peerYield(sources, date)).toMatchObject({ median: 4, low: [{ plantId: 'low' }] })
})

it('takes the mean of the two in the middle of an even number', () => {
  const sources = [10, 20, 30, 40, 50, 60].map((produced, at) => source(`p${at}`, produced))
  expect(peerYield(sources, date).median).toBe(3.5)
})

it('lists no plant that is only a little below', () => {
  expect(idsOf([...usual, source('fair', 28.1)])).toEqual([])
  expect(idsOf([...usual, source('low', 28)])).toEqual(['low'])
})

it('compares five plants, but not four', () => {
  expect(peerYield(usual, date)).toMatchObject({ peers: 4, median: undefined, low: [] })
  expect(peerYield([...usual, source('fifth', 0)], date).median).toBe(4)
})

it('compares nothing before anything was produced', () => {
  const night = ['a', 'b', 'c', 'd', 'e'].map((id) => source(id, 0))
  expect(peerYield(night, date)).toMatchObject({ peers: 5, median: undefined, low: [] })
  expect(peerYield([], date)).toMatchObject({ peers: 0, median: undefined, fromMs: undefined })
})

it('leaves out plants without both figures, other days, and values that aren’t measurements', () => {
  const day = source('x', 0).day
  const others = [
    source('no total', null),
    source('no peak', 1, { peakKwp: null }),
    source('zero peak', 1, { peakKwp: 0 }),
    source('negative peak', 1, { peakKwp: -5 }),
    source('yesterday', 1, { day: { ...day, date: '2026-11-28', produced: 1 } }),
    source('unreported', 0, { day: { ...day, kind: 'unreported' } }),
    source('contradictory', -1, { day: { ...day, kind: 'contradictory' } }),
  ]
  expect(peerYield([...usual, ...others], date).peers).toBe(4)
})

it('leaves out readings that are much older than the latest', () => {
  const at = (minutes: number) => ({ readAtMs: noonMs - minutes * minuteMs })
  const sources = [...usual, source('same', 40, at(15)), source('old', 1, at(16))]
  const { peers, fromMs, toMs, low } = peerYield(sources, date)
  expect([peers, low]).toEqual([5, []])
  expect([fromMs, toMs]).toEqual([noonMs - 15 * minuteMs, noonMs])
})
