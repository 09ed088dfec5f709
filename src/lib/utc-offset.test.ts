import { describe, expect, it } from 'vitest'
import { ambiguousOffset, utcOffsetMs } from './utc-offset'

const prague = { isUtc: false, name: 'Europe/Prague' }

describe('ambiguousOffset', () => {
  it.each([
    ['Europe/Prague', '2026-10-24T23:59:59Z', undefined],
    ['Europe/Prague', '2026-10-25T00:00:00Z', 'UTC+2'],
    ['Europe/Prague', '2026-10-25T00:59:59Z', 'UTC+2'],
    ['Europe/Prague', '2026-10-25T01:00:00Z', 'UTC+1'],
    ['Europe/Prague', '2026-10-25T01:59:59Z', 'UTC+1'],
    ['Europe/Prague', '2026-10-25T02:00:00Z', undefined],
    // Clocks go forward: an hour is skipped, and none repeats.
    ['Europe/Prague', '2026-03-29T00:30:00Z', undefined],
    ['Europe/Prague', '2026-03-29T01:30:00Z', undefined],
    ['Europe/London', '2026-10-25T00:30:00Z', 'UTC+1'],
    ['Europe/London', '2026-10-25T01:30:00Z', 'UTC+0'],
    ['America/St_Johns', '2026-11-01T04:00:00Z', 'UTC-2:30'],
    ['America/St_Johns', '2026-11-01T05:00:00Z', 'UTC-3:30'],
    // Only half an hour.
    ['Australia/Lord_Howe', '2026-04-04T14:29:00Z', undefined],
    ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', 'UTC+11'],
    ['Australia/Lord_Howe', '2026-04-04T15:15:00Z', 'UTC+10:30'],
    ['Australia/Lord_Howe', '2026-04-04T15:31:00Z', undefined],
    ['UTC', '2026-10-25T01:30:00Z', undefined],
  ])('returns for %s at %s: %s', (zone, at, offset) => {
    expect(ambiguousOffset(Date.parse(at), { isUtc: false, name: zone })).toBe(offset)
  })

  it('distinguishes repeated local times, and returns undefined for unique ones', () => {
    const start = Date.parse('2026-10-24T20:00:00Z')
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Prague',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const moments = Array.from({ length: 60 }, (_, index) => start + index * 10 * 60_000)
    const bare = moments.map((atMs) => wall.format(atMs))
    const shown = moments.map((atMs, index) =>
      [bare[index], ambiguousOffset(atMs, prague)].join(' '),
    )
    expect(new Set(shown).size).toBe(moments.length)
    for (const [index, text] of bare.entries()) {
      const isTwice = bare.filter((other) => other === text).length > 1
      expect(ambiguousOffset(moments[index] ?? 0, prague) !== undefined).toBe(isTwice)
    }
  })
})

it.each([
  ['UTC', 0],
  ['Asia/Kolkata', 5.5 * 3_600_000],
  ['America/New_York', -5 * 3_600_000],
])('returns the offset of %s', (zone, offsetMs) => {
  expect(utcOffsetMs(Date.parse('2026-01-15T12:00:00Z'), { isUtc: false, name: zone })).toBe(
    offsetMs,
  )
})
