import { describe, expect, it } from 'vitest'
import type { RunAction } from './run-document'
import { whyLeftOut } from './run-eligibility'
import { testReadPlant } from './test-runs'
import { dayMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const seenAt = (agoMs: number) => new Date(nowMs - agoMs).toISOString()
const reason = (
  change: object,
  {
    kind = 'command',
    withUnreachable = false,
  }: { kind?: RunAction['kind']; withUnreachable?: boolean } = {},
) => whyLeftOut(testReadPlant('a', change), { kind, withUnreachable, nowMs })

describe('whyLeftOut', () => {
  it.each([
    ['an online plant', {}],
    ['a degraded plant', { status: 'DEGRADED' }],
    ['a provisioned plant', { lifecycleStatus: 'PROVISIONED' }],
    ['a plant that was seen lately', { lastSeenAt: seenAt(dayMs) }],
  ])('sends a command to %s', (_what, change) => {
    expect(reason(change)).toBeUndefined()
  })

  it.each([
    ['PENDING', { lifecycleStatus: 'PENDING' }, 'Pending'],
    ['SUSPENDED', { lifecycleStatus: 'SUSPENDED' }, 'Suspended'],
    ['OFFLINE', { status: 'OFFLINE' }, 'Offline'],
    ['UNKNOWN', { status: 'UNKNOWN' }, 'Unknown'],
    ['without a status', { status: '' }, 'Not given'],
    ['unreadable', { unreadable: ['status'] }, 'Unreadable'],
    ['silent', { lastSeenAt: seenAt(3 * dayMs) }, 'Online, but not seen for two days'],
    [
      'degraded and silent',
      { status: 'DEGRADED', lastSeenAt: seenAt(3 * dayMs) },
      'Degraded, but not seen for two days',
    ],
  ])('leaves a plant out that may never receive it: %s', (_what, change, words) => {
    expect(reason(change)).toBe(words)
    expect(reason(change, { withUnreachable: true })).toBeUndefined()
  })

  it.each(['REVOKED', 'DECOMMISSIONED'])('never sends to a plant that is %s', (lifecycleStatus) => {
    expect(reason({ lifecycleStatus }, { withUnreachable: true })).toBeTruthy()
  })

  it('never sends to a plant without an ID or with an unreadable lifecycle', () => {
    for (const kind of ['command', 'suspend', 'reactivate'] as const) {
      const wanted = { kind, withUnreachable: true }
      expect(reason({ id: '' }, wanted)).toBe('Its ID can’t be read')
      expect(reason({ unreadable: ['lifecycleStatus'] }, wanted)).toBe(
        'Its lifecycle can’t be read',
      )
    }
  })

  it('changes a lifecycle only where that makes sense, connected or not', () => {
    const suspended = { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' }
    expect(reason({ status: 'OFFLINE' }, { kind: 'suspend' })).toBeUndefined()
    expect(reason(suspended, { kind: 'reactivate' })).toBeUndefined()
    expect(reason(suspended, { kind: 'suspend' })).toBe('The plant is already suspended')
    expect(reason({}, { kind: 'reactivate' })).toBe('The plant isn’t suspended')
    expect(reason({ lifecycleStatus: 'PENDING' }, { kind: 'suspend' })).toMatch(/no credentials/)
  })
})
