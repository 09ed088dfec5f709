import { expect, it } from 'vitest'
import type { ExpiryBin } from './expiry-bins'
import { binLabel, binSearch, binTick } from './span-words'
import { utc } from '@/lib/time-zone'

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const bin = (kind: ExpiryBin['kind'], fromMs: number, toMs: number): ExpiryBin => ({
  kind,
  fromMs,
  toMs,
  count: 0,
  away: 0,
  expired: 0,
})

it.each([
  [
    bin('earlier', -Infinity, dayOf('2026-10-26')),
    'Before 2026-10-26',
    'earlier',
    { from: undefined, to: '2026-10-26' },
  ],
  [
    bin('week', dayOf('2026-11-23'), dayOf('2026-11-30')),
    'Week of 2026-11-23',
    '2026-11-23',
    { from: '2026-11-23', to: '2026-11-30' },
  ],
  [
    bin('month', dayOf('2027-05-01'), dayOf('2027-06-01')),
    '2027-05-01 to 2027-05-31',
    '2027-05-01',
    { from: '2027-05-01', to: '2027-06-01' },
  ],
  [
    bin('later', dayOf('2030-05-01'), Infinity),
    'From 2030-05-01',
    'later',
    { from: '2030-05-01', to: undefined },
  ],
])('names a bin of the histogram, and its span in the URL', (one, label, tick, search) => {
  expect(binLabel(one, utc)).toBe(label)
  expect(binTick(one, utc)).toBe(tick)
  expect(binSearch(one, utc)).toEqual(search)
})
