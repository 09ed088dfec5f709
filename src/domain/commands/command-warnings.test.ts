import { expect, it } from 'vitest'
import { commandWarnings } from './command-warnings'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const agoS = (seconds: number) => new Date(nowMs - 1000 * seconds).toISOString()

const plant = (more: Partial<PlantDetail> = {}): PlantDetail => ({
  id: 'p1',
  name: 'FVE Tábor',
  serialNumber: 'CPI-1',
  type: 'CONTROLLER',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: agoS(10),
  alerts: { items: [], unreadable: 0 },
  plantGroups: { items: [], unreadable: 0 },
  ...more,
})

const row = (more: Partial<Command> = {}): Command => ({ id: 'c1', command: 'HOLD', ...more })

function keys(
  more: Partial<PlantDetail>,
  history: Command[] | undefined = [],
  ownIds: string[] = [],
) {
  const content = { command: 'CHARGE', payload: '{"a":1}' }
  const situation = { content, plant: plant(more), history, ownIds: new Set(ownIds), nowMs }
  return commandWarnings(situation).map(({ key }) => key)
}

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
])('warns of the connection of %s', (_what, more, expected) => {
  expect(keys(more)).toEqual(expected)
})

it('calls a lifecycle and a connection that can’t be read unreadable', () => {
  const unreadable = ['lifecycleStatus', 'status']
  const situation = {
    content: { command: 'HOLD' },
    plant: plant({ lifecycleStatus: '', status: '', unreadable }),
    history: [],
    ownIds: new Set<string>(),
    nowMs,
  }
  expect(commandWarnings(situation).map(({ text }) => text)).toEqual([
    'The plant’s lifecycle is Unreadable, so it may not be able to receive commands.',
    'The plant’s connection is Unreadable.',
  ])
})

it('warns of the same command within a minute, no matter who sent it', () => {
  const same = row({ id: 'own', command: 'CHARGE', payload: '{ "a": 1 }', sentAt: agoS(59) })
  expect(keys({}, [same], ['own'])).toEqual(['repeated'])
  expect(keys({}, [{ ...same, sentAt: agoS(60) }], ['own'])).toEqual([])
  expect(keys({}, [{ ...same, payload: '{"a":2}' }], ['own'])).toEqual([])
})

it('warns of commands of the last five minutes that others sent', () => {
  const other = row({ createdAt: agoS(299) })
  expect(keys({}, [other])).toEqual(['others'])
  expect(keys({}, [other], ['c1'])).toEqual([])
  expect(keys({}, [{ ...other, createdAt: agoS(300) }])).toEqual([])
})

it('names the latest of other commands by its time, in any order of rows', () => {
  const history = [
    row({ id: 'a', command: 'HOLD', createdAt: agoS(200) }),
    row({ id: 'b', command: 'reboot', createdAt: agoS(10) }),
    row({ id: 'c', command: 'CHARGE', payload: '{"a":1}', createdAt: agoS(50) }),
    row({ id: 'd', command: 'CHARGE', payload: '{"a":1}', createdAt: agoS(20) }),
  ]
  const content = { command: 'CHARGE', payload: '{"a":1}' }
  const situation = { content, plant: plant(), history, ownIds: new Set<string>(), nowMs }
  expect(commandWarnings(situation)).toMatchObject([
    { key: 'repeated', at: nowMs - 20_000 },
    { key: 'others', text: expect.stringContaining('reboot, CHARGE, HOLD'), at: nowMs - 10_000 },
  ])
})

it('takes a command of a clock slightly ahead for a recent one, and claims nothing of a far one', () => {
  expect(keys({}, [row({ createdAt: agoS(-200) })])).toEqual(['others'])
  expect(keys({}, [row({ createdAt: agoS(-301) })])).toEqual([])
})

it('warns when the history is not known', () => {
  const situation = {
    content: { command: 'HOLD' },
    plant: plant(),
    ownIds: new Set<string>(),
    nowMs,
  }
  expect(commandWarnings({ ...situation, history: undefined })).toMatchObject([{ key: 'history' }])
})

it('warns of a payload that was written for another command', () => {
  const situation = {
    content: { command: 'HOLD' },
    plant: plant(),
    ownIds: new Set<string>(),
    nowMs,
  }
  expect(commandWarnings({ ...situation, history: [], writtenFor: 'CHARGE' })).toEqual([
    { key: 'payload', text: 'The payload was written for CHARGE.' },
  ])
})

it('warns first of a target that isn’t sent', () => {
  const content = { command: 'HOLD' }
  const offline = plant({ status: 'OFFLINE' })
  const situation = { content, plant: offline, history: [], ownIds: new Set<string>(), nowMs }
  const warnings = commandWarnings({ ...situation, lostTarget: 'BAT-1' })
  expect(warnings.map(({ key }) => key)).toEqual(['target', 'offline'])
  expect(warnings[0]?.text).toContain('BAT-1')
})

it('warns of a payload with repeated names', () => {
  const content = { command: 'HOLD', payload: '{"a":1,"a":2}' }
  const situation = { content, plant: plant(), history: [], ownIds: new Set<string>(), nowMs }
  expect(commandWarnings(situation)).toMatchObject([{ key: 'repeated-name' }])
})

it('names an unreadable command of someone else as such', () => {
  const history = [row({ command: '', createdAt: agoS(10) })]
  const situation = {
    content: { command: 'HOLD' },
    plant: plant(),
    ownIds: new Set<string>(),
    nowMs,
  }
  const [warning] = commandWarnings({ ...situation, history })
  expect(warning?.text).toContain('a command with an unreadable name')
})
