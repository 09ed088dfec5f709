import { describe, expect, it } from 'vitest'
import { plantChangeRules } from './change-kinds'
import { type RecordedPlant, readStateAt } from './fleet-reading'
import { earlierMs, laterMs, readingOf, steady } from './test-readings'
import { dayMs } from '@/lib/instants'
import { keysOf } from '@/lib/keyed-record'

const inDays = (days: number) => new Date(laterMs + days * dayMs).toISOString()

function kindsOf(before: Partial<RecordedPlant>, after: Partial<RecordedPlant>): string[] {
  const stateOf = (change: Partial<RecordedPlant>, atMs: number) =>
    readStateAt(readingOf([{ ...steady, ...change }], atMs), 0)
  const pair = {
    before: stateOf(before, earlierMs),
    after: stateOf(after, laterMs),
    beforeMs: earlierMs,
    afterMs: laterMs,
  }
  return keysOf(plantChangeRules).filter((kind) => plantChangeRules[kind].isMet(pair))
}

describe('plantChangeRules', () => {
  it.each<[string, Partial<RecordedPlant>, Partial<RecordedPlant>, string[]]>([
    ['nothing', {}, {}, []],
    ['offline', { status: 'ONLINE' }, { status: 'OFFLINE' }, ['offline']],
    ['offline', { status: 'DEGRADED' }, { status: 'OFFLINE' }, ['offline']],
    ['recovered', { status: 'OFFLINE' }, { status: 'DEGRADED' }, ['recovered']],
    ['no change of contact', { status: 'ONLINE' }, { status: 'DEGRADED' }, []],
    ['unknown, not offline', {}, { status: 'UNKNOWN' }, ['connection-unknown']],
    ['unknown, not offline', {}, { status: 'ASLEEP' }, ['connection-unknown']],
    [
      'unreadable, not offline',
      {},
      { status: 'OFFLINE', unreadable: ['status'] },
      ['connection-unknown'],
    ],
    ['found offline', { status: 'UNKNOWN' }, { status: 'OFFLINE' }, ['found-offline']],
    ['no recovery from the unknown', { status: 'UNKNOWN' }, { status: 'ONLINE' }, []],
    [
      'suspended, and offline because of it',
      {},
      { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' },
      ['lifecycle'],
    ],
    [
      'connected for the first time',
      { status: 'OFFLINE', lifecycleStatus: 'PROVISIONED' },
      {},
      ['lifecycle'],
    ],
    ['new failures', { authFailureCount: 2 }, { authFailureCount: 3 }, ['new-failures']],
    ['a count of failures that was reset', { authFailureCount: 3 }, { authFailureCount: 1 }, []],
    ['failures first known', { authFailureCount: null }, { authFailureCount: 1 }, []],
    ['an unreadable lifecycle', {}, { unreadable: ['lifecycleStatus'] }, []],
    [
      'entered the window',
      { certificateExpiresAt: inDays(30) },
      { certificateExpiresAt: inDays(30) },
      ['expiring'],
    ],
    [
      'in the window already',
      { certificateExpiresAt: inDays(28) },
      { certificateExpiresAt: inDays(28) },
      [],
    ],
    [
      'outside the window',
      { certificateExpiresAt: inDays(30.1) },
      { certificateExpiresAt: inDays(30.1) },
      [],
    ],
    [
      'expired',
      { certificateExpiresAt: inDays(0) },
      { certificateExpiresAt: inDays(0) },
      ['expired'],
    ],
    [
      'expired before',
      { certificateExpiresAt: inDays(-1) },
      { certificateExpiresAt: inDays(-1) },
      [],
    ],
    [
      'expired, but not used',
      { certificateExpiresAt: inDays(0), authMethod: 'TOKEN' },
      { certificateExpiresAt: inDays(0), authMethod: 'TOKEN' },
      [],
    ],
    [
      'expired at once, for another certificate',
      {},
      { certificateExpiresAt: inDays(-1) },
      ['expired', 'ends-earlier'],
    ],
    [
      'another certificate that isn’t used',
      { authMethod: 'TOKEN' },
      { authMethod: 'TOKEN', certificateExpiresAt: inDays(300) },
      [],
    ],
    ['first readable', { certificateExpiresAt: 'x' }, { certificateExpiresAt: inDays(-5) }, []],
    ['renewed', { certificateExpiresAt: inDays(5) }, {}, ['renewed']],
    ['renewed after its expiry', { certificateExpiresAt: inDays(-5) }, {}, ['renewed']],
    ['given its first certificate', { certificateExpiresAt: null }, {}, []],
    ['replaced by an earlier one', {}, { certificateExpiresAt: inDays(100) }, ['ends-earlier']],
    [
      'replaced by an earlier one in the window',
      {},
      { certificateExpiresAt: inDays(3) },
      ['expiring', 'ends-earlier'],
    ],
  ])('finds %s', (_what, before, after, kinds) => {
    expect(kindsOf(before, after)).toEqual(kinds)
  })
})
