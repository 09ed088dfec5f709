import { describe, expect, it } from 'vitest'
import { dayState, utcDayBounds, utcDayOf } from './energy-day'

const at = (text: string) => Date.parse(text)

describe('a UTC day', () => {
  it('has its name and bounds in UTC', () => {
    expect(utcDayOf(at('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22')
    expect(utcDayOf(at('2026-11-23T00:30:00+01:00'))).toBe('2026-11-22')
    expect(utcDayBounds('2026-11-22')).toEqual({
      startMs: at('2026-11-22T00:00:00Z'),
      endMs: at('2026-11-23T00:00:00Z'),
    })
  })

  it.each(['', 'today', '2026-13-01', '2026-02-30', '2026-11-22T00:00:00Z', '22.11.2026'])(
    'rejects %j',
    (text) => expect(utcDayBounds(text)).toBeUndefined(),
  )
})

describe('the day of the totals', () => {
  const noon = at('2026-11-22T12:00:00Z')
  const nextDay = at('2026-11-23T00:00:01Z')

  it.each([
    ['2026-11-22', noon, noon, 'current'],
    ['2026-11-22', noon, nextDay, 'ended'],
    ['2026-11-21', noon, noon, 'other'],
    ['2026-11-23', noon, noon, 'other'],
    ['2026-11-23', noon, nextDay, 'current'],
    ['yesterday', noon, noon, 'unreadable'],
  ])('%s, read at %d and viewed at %d, is %s', (date, readAtMs, nowMs, state) => {
    expect(dayState(date, readAtMs, nowMs)).toBe(state)
  })
})
