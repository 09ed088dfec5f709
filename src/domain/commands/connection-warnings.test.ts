import { expect, it } from 'vitest'
import { connectionWarnings } from './connection-warnings'
import type { PlantDetail } from '@/api/plant-schemas'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const agoS = (seconds: number) => new Date(nowMs - 1000 * seconds).toISOString()

const warningsOf = (more: Partial<PlantDetail>) =>
  connectionWarnings(
    {
      id: 'p1',
      name: 'FVE Tábor',
      serialNumber: 'CPI-1',
      type: 'CONTROLLER',
      status: 'ONLINE',
      lifecycleStatus: 'ACTIVE',
      authMethod: 'MTLS',
      lastSeenAt: agoS(10),
      ...more,
    },
    nowMs,
  )

it.each<[string, Partial<PlantDetail>, string[]]>([
  ['an online plant', {}, []],
  ['an offline one', { status: 'OFFLINE' }, ['offline']],
  ['one that has never connected', { status: 'OFFLINE', lastSeenAt: null }, ['offline']],
  [
    'a suspended one',
    { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' },
    ['lifecycle', 'offline'],
  ],
  ['one that says online but was silent for days', { lastSeenAt: agoS(300_000) }, ['silent']],
  ['a degraded one', { status: 'DEGRADED' }, ['connection']],
  ['one of a state not known here', { status: 'ASLEEP' }, ['connection']],
  ['a suspended one that is online', { lifecycleStatus: 'SUSPENDED' }, ['lifecycle']],
])('warns of the connection of %s', (_what, more, expected) => {
  expect(warningsOf(more).map(({ key }) => key)).toEqual(expected)
})

it.each([
  ['SUSPENDED', 'is suspended, so it may not be able to receive commands until it is reactivated'],
  ['PENDING', 'isn’t provisioned'],
  ['PROVISIONED', 'is provisioned, but not active yet'],
  ['REVOKED', 'is revoked'],
  ['DECOMMISSIONED', 'is decommissioned. Decommissioned plants receive no commands.'],
  ['HIBERNATING', 'lifecycle is HIBERNATING'],
  ['toString', 'lifecycle is toString'],
])('says what the lifecycle %s means for a command', (lifecycleStatus, words) => {
  expect(warningsOf({ lifecycleStatus })).toEqual([
    { key: 'lifecycle', text: expect.stringContaining(`The plant`) },
  ])
  expect(warningsOf({ lifecycleStatus })[0]?.text).toContain(words)
})

it('calls a lifecycle and a connection that can’t be read unreadable', () => {
  const unreadable = ['lifecycleStatus', 'status']
  const warnings = warningsOf({ lifecycleStatus: '', status: '', unreadable })
  expect(warnings.map(({ text }) => text)).toEqual([
    'The plant’s lifecycle is Unreadable, so it may not be able to receive commands.',
    'The plant’s connection is Unreadable. The server sent a value that could not be read.',
  ])
})
