import { expect, it } from 'vitest'
import { formatTimeOfDay, formatZonedTimeOfDay } from './time-of-day'
import { utc } from '@/lib/time-zone'

const prague = { isUtc: false, name: 'Europe/Prague' }
const noon = Date.parse('2026-11-22T12:00:07Z')

it('formats a time of day in the chosen zone', () => {
  expect(formatTimeOfDay(noon, utc)).toBe('12:00')
  expect(formatTimeOfDay(noon, utc, true)).toBe('12:00:07')
  expect(formatTimeOfDay(noon, prague)).toBe('13:00')
  expect(formatTimeOfDay(Date.parse('2026-11-22T00:00:00Z'), utc)).toBe('00:00')
})

it('shows the UTC offset only for a time that occurs twice', () => {
  const halfHours = Array.from({ length: 6 }, (_, index) =>
    formatTimeOfDay(Date.parse('2026-10-24T23:40:00Z') + index * 1_800_000, prague),
  )
  expect(halfHours.map((text) => text.replace('\u00A0', ' '))).toEqual([
    '01:40',
    '02:10 UTC+2',
    '02:40 UTC+2',
    '02:10 UTC+1',
    '02:40 UTC+1',
    '03:10',
  ])
})

it('names UTC, but not the zone of the device', () => {
  expect(formatZonedTimeOfDay(noon, utc)).toBe('12:00 UTC')
  expect(formatZonedTimeOfDay(noon, prague)).toBe('13:00')
})
