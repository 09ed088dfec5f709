import { describe, expect, it } from 'vitest'
import type { Reach } from './reach'
import { contactWords, dueAtMs, reachWords, renewalAdvice, tripMs } from './renewal-advice'
import { dayMs } from '@/lib/instants'

const endMs = Date.UTC(2026, 11, 20)
const reaches = Object.keys(reachWords) as Reach[]

describe('renewalAdvice', () => {
  it('advises a site visit only for plants that can’t be reached', () => {
    expect(reaches.filter((reach) => renewalAdvice(reach).work === 'visit')).toEqual([
      'offline',
      'never',
      'lockedOut',
      'dark',
      'expired',
    ])
  })

  it('advises different steps for plants that are locked out and plants that do not try to connect', () => {
    expect(renewalAdvice('lockedOut').step).not.toBe(renewalAdvice('dark').step)
  })
})

describe('contactWords', () => {
  it.each([
    ['ONLINE', 'Online', 'ok'],
    ['DEGRADED', 'Degraded', 'warn'],
  ])('names a connected plant by its own state: %s', (status, label, tone) => {
    expect(contactWords({ status }, 'connected')).toEqual({ label, text: label, tone })
  })

  it.each(reaches.filter((reach) => reach !== 'connected'))(
    'has the words of the way to reach any other plant: %s',
    (reach) => {
      expect(contactWords({ status: 'DEGRADED' }, reach)).toBe(reachWords[reach])
    },
  )
})

describe('dueAtMs', () => {
  it('is the expiry of a plant that is online, and earlier by a site visit for one that is offline', () => {
    expect(dueAtMs(endMs, 'connected')).toBe(endMs)
    expect(dueAtMs(endMs, 'offline')).toBe(endMs - tripMs)
  })

  it('puts an offline plant before an online one that expires a week earlier', () => {
    expect(dueAtMs(endMs + 7 * dayMs, 'offline')).toBeLessThan(dueAtMs(endMs, 'connected'))
  })

  it('puts plants not in service last, by their expiry', () => {
    const resting = dueAtMs(endMs, 'resting')
    for (const reach of reaches.filter((other) => other !== 'resting')) {
      expect(dueAtMs(Date.UTC(2100, 0, 1), reach)).toBeLessThan(resting)
    }
    expect(dueAtMs(endMs + 1, 'resting')).toBeGreaterThan(resting)
  })
})
