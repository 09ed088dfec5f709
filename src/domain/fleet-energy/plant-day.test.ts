import { expect, it } from 'vitest'
import { plantDay } from './plant-day'

const date = '2026-11-29'
const seen = { lastSeenAt: '2026-11-29T08:00:00Z' }
const unseen = { lastSeenAt: '2026-11-28T08:00:00Z' }
const zeros = { date, produced: 0, imported: 0, exported: 0 }

it('keeps what was measured, and a missing total as unknown', () => {
  expect(plantDay(seen, { date, produced: 4, imported: null, exported: 1 })).toEqual({
    date,
    kind: 'measured',
    produced: 4,
    imported: null,
    exported: 1,
  })
})

it.each([
  ['zeros of a plant that was seen', seen, zeros, 'measured'],
  ['zeros of a plant that was not seen on this day', unseen, zeros, 'unreported'],
  ['a negative total', seen, { ...zeros, imported: -1 }, 'contradictory'],
  ['more exported than produced', seen, { ...zeros, exported: 3 }, 'contradictory'],
  [
    "an API's share that differs",
    seen,
    { ...zeros, produced: 4, selfConsumptionPct: 3 },
    'measured',
  ],
  ['an unreadable total', seen, { ...zeros, unreadable: ['produced'] }, 'unreadable'],
  ['an unreadable day', seen, { ...zeros, date: '', unreadable: ['date'] }, 'unreadable'],
])('judges %s', (_what, plant, energy, kind) => {
  expect(plantDay(plant, energy).kind).toBe(kind)
})
