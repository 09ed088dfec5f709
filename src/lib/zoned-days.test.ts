import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from './instants'
import { fc } from './test-properties'
import { type TimeZone, utc } from './time-zone'
import { addDays, dayBefore, dayText, readDay, startOfMonth, startOfWeek } from './zoned-days'

const zoneOf = (name: string) => ({ isUtc: false, name })
const prague = zoneOf('Europe/Prague')
const iso = (atMs: number) => new Date(atMs).toISOString()
const at = (text: string) => Date.parse(text)

/** Returns the first instant of the day in which `atMs` lies. */
const startOfDay = (atMs: number, zone: TimeZone) => addDays(atMs, zone, 0)

describe('addDays', () => {
  it.each([
    ['2026-11-28T12:00:00Z', 'UTC', '2026-11-28T00:00:00.000Z'],
    ['2026-11-28T23:30:00Z', 'Europe/Prague', '2026-11-28T23:00:00.000Z'],
    // Clocks go back on 25 October, and forward on 29 March.
    ['2026-10-25T20:00:00Z', 'Europe/Prague', '2026-10-24T22:00:00.000Z'],
    ['2026-03-29T20:00:00Z', 'Europe/Prague', '2026-03-28T23:00:00.000Z'],
    ['2024-02-29T12:00:00Z', 'Asia/Kolkata', '2024-02-28T18:30:00.000Z'],
    // In Beirut, clocks skip the hour after midnight.
    ['2026-03-29T12:00:00Z', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    // In Havana, the hour after midnight occurs twice.
    ['2026-11-01T12:00:00Z', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('%s in %s is the day from %s', (text, name, start) => {
    expect(iso(startOfDay(at(text), zoneOf(name)))).toBe(start)
  })
})

describe('startOfWeek', () => {
  it.each([
    ['2026-11-23T00:00:00Z', '2026-11-23T00:00:00.000Z'],
    ['2026-11-29T23:59:59Z', '2026-11-23T00:00:00.000Z'],
    ['1969-12-31T12:00:00Z', '1969-12-29T00:00:00.000Z'],
  ])('%s is in the week from %s', (text, start) => {
    expect(iso(startOfWeek(at(text), utc))).toBe(start)
  })

  it('begins at midnight where clocks change within the week', () => {
    expect(iso(startOfWeek(at('2026-10-25T22:00:00Z'), prague))).toBe('2026-10-18T22:00:00.000Z')
  })
})

describe('startOfMonth', () => {
  it('counts months over the end of the year', () => {
    expect(iso(startOfMonth(at('2026-11-30T12:00:00Z'), utc, 3))).toBe('2027-02-01T00:00:00.000Z')
  })
})

describe('calendar days', () => {
  const zones = ['UTC', 'Europe/Prague', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
  const instants = fc.integer({ min: at('2020-01-01'), max: at('2040-01-01') })

  it('contain their instant, leave no gap, and last 24 hours except when clocks change', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (atMs, name) => {
        const zone = name === 'UTC' ? utc : zoneOf(name)
        const start = startOfDay(atMs, zone)
        const end = addDays(atMs, zone, 1)
        expect(start).toBeLessThanOrEqual(atMs)
        expect(end).toBeGreaterThan(atMs)
        expect(startOfDay(end - 1, zone)).toBe(start)
        expect(Math.abs(end - start - dayMs)).toBeLessThanOrEqual(hourMs)
        expect(addDays(startOfWeek(atMs, zone), zone, 7)).toBeGreaterThan(atMs)
      }),
    )
  })
})

describe('readDay', () => {
  it.each(['', '2026-13-01', '2026-02-30x', 'soon', '20261128'])('does not read %j', (text) => {
    expect(readDay(text, utc)).toBeUndefined()
  })

  it('reads what dayText writes', () => {
    const havana = zoneOf('America/Havana')
    const startMs = startOfDay(at('2026-11-01T12:00:00Z'), havana)
    expect(dayText(startMs, havana)).toBe('2026-11-01')
    expect(readDay('2026-11-01', havana)).toBe(startMs)
  })
})

describe('dayBefore', () => {
  it.each([
    ['2026-03-01', '2026-02-28'],
    ['2026-01-01', '2025-12-31'],
    ['never', 'never'],
  ])('turns %s into %s', (text, before) => {
    expect(dayBefore(text)).toBe(before)
  })
})
