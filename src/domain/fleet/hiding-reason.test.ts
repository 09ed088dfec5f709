import { describe, expect, it } from 'vitest'
import { parseFilter } from './filter-text'
import { hidingReason, isOldReading } from './hiding-reason'
import type { Plant } from '@/api/plant-schemas'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { anyText, fc } from '@/lib/test-properties'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const at = (ms: number) => new Date(nowMs + ms).toISOString()
const plant: Plant = {
  id: 'a',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 1,
  lastSeenAt: at(-3 * hourMs - 5 * minuteMs),
  certificateExpiresAt: at(40 * dayMs + hourMs),
  createdAt: at(-9 * dayMs),
}

function reasonOf(text: string, change: Partial<Plant> = {}, readAtMs = nowMs): string | undefined {
  const [condition] = parseFilter(text).filter
  if (!condition) return undefined
  const metadataOf = (key: string) => (key === 'installer' ? 'Solar' : undefined)
  return hidingReason({ plant: { ...plant, ...change }, readAtMs, metadataOf }, condition, nowMs)
}

describe('hidingReason', () => {
  it.each<[string, string, Partial<Plant>?]>([
    ['status:offline', 'it is online'],
    ['status:offline', 'its connection is ASLEEP', { status: 'ASLEEP' }],
    ['status:offline', 'its connection is not given', { status: '' }],
    ['status:offline', 'its connection is unreadable', { unreadable: ['status'] }],
    ['type:sensor', 'its type is Gateway'],
    ['org:x', 'its organization is not given'],
    ['tabor', 'its name, numbers and metadata don’t contain it'],
    ['meta.installer:Elektro', 'its installer is “Solar”'],
    ['meta.phases:3', 'its metadata doesn’t have this value for “phases”'],
    ['cert<30d', 'its certificate expires in 40 days'],
    ['cert:week', 'its certificate expires in 40 days'],
    ['cert<30d', 'its certificate expired 2 days ago', { certificateExpiresAt: at(-2 * dayMs) }],
    ['cert<30d', 'its certificate isn’t in use (revoked)', { lifecycleStatus: 'REVOKED' }],
    [
      'cert<30d',
      'its certificate isn’t in use (decommissioned)',
      { lifecycleStatus: 'DECOMMISSIONED' },
    ],
    ['cert<30d', 'it has no certificate', { certificateExpiresAt: null }],
    ['seen>2d', 'it was last seen 3 hours ago'],
    ['seen:week', 'it has never connected', { lastSeenAt: null }],
    ['seen>2d', 'the time it was last seen is unreadable', { unreadable: ['lastSeenAt'] }],
    ['seen>2d', 'it was last seen less than a minute ago', { lastSeenAt: at(-20) }],
    ['created<7d', 'it was created 9 days ago'],
    ['failures>1', 'it has 1 authentication failure'],
    ['failures>0', 'it has no authentication failures', { authFailureCount: 0 }],
    [
      'failures>0',
      'its number of authentication failures is not known',
      { authFailureCount: null },
    ],
  ])('describes %s: %s', (text, reason, change) => {
    expect(reasonOf(text, change)).toBe(reason)
  })

  it('judges the last contact by the reading, and certificates by the present', () => {
    const readAtMs = nowMs - 2 * hourMs
    expect(reasonOf('seen>2d', {}, readAtMs)).toBe('it was last seen 1 hour ago')
    expect(reasonOf('seen:week', {}, readAtMs)).toBe('it was last seen 1 hour ago')
    expect(reasonOf('cert<30d', {}, readAtMs)).toBe('its certificate expires in 40 days')
  })

  it('has a reason for any value', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (value, time) => {
        const change = { status: value, lastSeenAt: time, authMethod: value }
        for (const text of ['status:x', 'seen>1d', 'auth:x'])
          expect(reasonOf(text, change)?.length).toBeGreaterThan(5)
      }),
    )
  })
})

it('calls a reading old after five minutes', () => {
  expect(isOldReading(nowMs - 5 * minuteMs, nowMs)).toBe(false)
  expect(isOldReading(nowMs - 5 * minuteMs - 1, nowMs)).toBe(true)
})
