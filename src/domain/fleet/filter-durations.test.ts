import { expect, it } from 'vitest'
import { durationMeant, printDuration, readDuration } from './filter-durations'
import { dayMs, hourMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

it('reads what it prints', () => {
  fc.assert(
    fc.property(fc.nat(400 * 24 * 60), (minutes) => {
      expect(readDuration(printDuration(minutes * 60_000))).toBe(minutes * 60_000)
    }),
  )
})

it.each([
  ['2W', 14 * dayMs],
  ['1.5h', 1.5 * hourMs],
  ['30', undefined],
  ['d', undefined],
])('reads %s as %s ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms)
})

it.each([
  ['30', '30d'],
  ['30days', '30d'],
  ['2hours', '2h'],
  ['2months', '60d'],
  ['1y', '365d'],
  ['soon', undefined],
])('corrects %s to %s', (text, meant) => {
  expect(durationMeant(text)).toBe(meant)
})
