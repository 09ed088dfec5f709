import { describe, expect, it } from 'vitest'
import { formatAbsolute, formatDuration, formatRelative } from './relative-time-format'
import { fc } from '@/lib/test-properties'
import { utc } from '@/lib/time-zone'

const now = Date.UTC(2026, 10, 21, 14, 2, 33)
const s = 1000
const h = 3600 * s
const d = 24 * h

describe('formatRelative', () => {
  it.each([
    [0, 'now'],
    [-999, 'now'],
    [-20 * s, '20 s ago'],
    [-59.9 * s, '59 s ago'],
    [-60 * s, '1 min ago'],
    [-59.9 * 60 * s, '59 min ago'],
    [-h, '1 h ago'],
    [-47.9 * h, '47 h ago'],
    [-2 * d, '2 d ago'],
    [3 * d, 'in 3 d'],
    [91.3 * d, 'in 91 d'],
    [91.4 * d, 'in 3 mo'],
    [-730 * d, '23 mo ago'],
    [730.4 * d, 'in 23 mo'],
    [730.5 * d, 'in 2 y'],
    [7973 * 365.25 * d, 'in 7973 y'],
  ])('formats %d ms away as "%s"', (offset, text) => {
    expect(formatRelative(now + offset, now).replace('\u00A0', ' ')).toBe(text)
  })
})

describe('formatAbsolute', () => {
  it('is sortable and names its zone', () => {
    expect(formatAbsolute(now, utc)).toBe('2026-11-21 14:02:33 UTC')
    expect(formatAbsolute(now, { isUtc: false, name: 'Europe/Prague' })).toBe(
      '2026-11-21 15:02:33 CET',
    )
  })

  it('handles midnight and the limits of time', () => {
    expect(formatAbsolute(Date.UTC(2026, 0, 1), utc)).toBe('2026-01-01 00:00:00 UTC')
    expect(formatAbsolute(Date.parse('9999-12-31T23:59:59Z'), utc)).toBe('9999-12-31 23:59:59 UTC')
    expect(() => formatAbsolute(8.64e15, utc)).not.toThrow()
  })
})

describe('formatDuration', () => {
  it('never shows more time than is left, nor an increase a moment later', () => {
    const unitMs = { s, min: 60 * s, h, d, mo: 30.4375 * d, y: 365.25 * d }
    const valueOf = (ms: number) => {
      const [count, unit] = formatDuration(ms).split('\u00A0')
      return Number(count) * unitMs[unit as keyof typeof unitMs]
    }
    const someMs = fc.double({ min: 0, max: 4000 * d, noNaN: true })
    fc.assert(
      fc.property(someMs, fc.double({ min: 0, max: 40 * d, noNaN: true }), (ms, laterMs) => {
        expect(valueOf(ms)).toBeLessThanOrEqual(ms)
        expect(valueOf(Math.max(0, ms - laterMs))).toBeLessThanOrEqual(valueOf(ms))
      }),
    )
    for (let hours = 0; hours < 800 * 24; hours += 1) {
      expect(valueOf(hours * h)).toBeLessThanOrEqual(valueOf((hours + 1) * h))
    }
  })

  it.each([
    [0, '0 s'],
    [59.9 * s, '59 s'],
    [90 * 60 * s, '1 h'],
    [50 * h, '2 d'],
    [800 * d, '2 y'],
  ])('formats %d ms as %s', (ms, text) => {
    expect(formatDuration(ms).replace('\u00A0', ' ')).toBe(text)
  })
})
