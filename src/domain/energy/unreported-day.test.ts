import { expect, it } from 'vitest'
import { isUnreportedDay } from './unreported-day'
import type { EnergyToday } from '@/api/energy'

const zeros: EnergyToday = { date: '2026-06-15', produced: 0, imported: 0, exported: 0 }

it.each([
  ['has never connected', null, zeros, true],
  ['was last seen the day before', '2026-06-14T23:59:59Z', zeros, true],
  ['sent no totals', null, { ...zeros, produced: null, imported: null, exported: null }, true],
  ['was seen at the start of the day', '2026-06-15T00:00:00Z', zeros, false],
  ['reported an amount', null, { ...zeros, imported: 0.1 }, false],
  ['was seen at an unreadable time', 'yesterday', zeros, false],
  ['has an unreadable total', null, { ...zeros, produced: null, unreadable: ['produced'] }, false],
  ['has totals of an unreadable day', null, { ...zeros, date: 'today' }, false],
])('a plant that %s', (_what, lastSeenAt, energy, isUnreported) => {
  expect(isUnreportedDay({ lastSeenAt }, energy)).toBe(isUnreported)
})

it('draws no conclusion from an unreadable last contact', () => {
  expect(isUnreportedDay({ lastSeenAt: null, unreadable: ['lastSeenAt'] }, zeros)).toBe(false)
})
