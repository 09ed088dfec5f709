import { expect, it } from 'vitest'
import { formatHoursAndMinutes, timeTicks } from './time-axis'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { utc } from '@/lib/time-zone'
import { formatTimeOfDay } from '@/ui/time-of-day'

it.each([
  [0, '0 min'],
  [59_999, '0 min'],
  [14 * minuteMs, '14 min'],
  [14.9 * minuteMs, '14 min'],
  [2 * hourMs, '2 h'],
  [2 * hourMs + 5 * minuteMs, '2 h 5 min'],
])('writes %i ms as "%s"', (ms, text) => {
  expect(formatHoursAndMinutes(ms).replaceAll('\u00A0', ' ')).toBe(text)
})

it.each([
  [10 * minuteMs, 2 * minuteMs],
  [hourMs, 15 * minuteMs],
  [8 * hourMs, hourMs],
  [24 * hourMs, 3 * hourMs],
])('puts at most nine ticks on an axis of %i ms, at round times', (lengthMs, step) => {
  const fromMs = 7
  const ticks = timeTicks(fromMs, fromMs + lengthMs)
  expect(ticks.length).toBeLessThanOrEqual(9)
  expect(ticks[0]).toBe(step)
  expect(ticks.every((at) => at % step === 0 && at <= fromMs + lengthMs)).toBe(true)
})

it('begins at the first round time after the start', () => {
  const start = Date.parse('2026-11-22T00:00:00Z')
  expect(timeTicks(start, start + dayMs)).toHaveLength(9)
  const noon = Date.parse('2026-11-22T12:00:07Z')
  expect(timeTicks(noon, noon + 10 * minuteMs).map((ms) => formatTimeOfDay(ms, utc))).toEqual([
    '12:02',
    '12:04',
    '12:06',
    '12:08',
    '12:10',
  ])
})
