import { expect, it } from 'vitest'
import { clockDifference } from './clock-difference'
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/instants'

it.each([
  [0, undefined],
  [minuteMs, undefined],
  [-minuteMs, undefined],
  [61 * secondMs, '1 minute ahead'],
  [-119 * secondMs, '2 minutes behind'],
  [59 * minuteMs, '59 minutes ahead'],
  [hourMs - secondMs, '1 hour ahead'],
  [3 * hourMs - secondMs, '3 hours ahead'],
  [-3 * hourMs - 400, '3 hours behind'],
  [dayMs, '1 day ahead'],
  [-40 * dayMs, '40 days behind'],
  [-26 * 365.25 * dayMs, '26 years behind'],
])('describes a device that is %d ms ahead as %s', (aheadMs, words) => {
  expect(clockDifference(aheadMs)).toBe(words)
})
