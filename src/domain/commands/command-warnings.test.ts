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

/** This browser has sent nothing. */
const noneOwn = {
  ownIds: new Set<string>(),
  ownTargets: new Map<string, string | undefined>(),
  targetKey: 'target',
}

const noCommands = { commands: [], hasMore: false }

function keys(more: Partial<PlantDetail>, commands: Command[] = [], ownIds: string[] = []) {
  const content = { command: 'CHARGE', payload: '{"a":1}' }
  const history = { commands, hasMore: false }
  const situation = {
    ...noneOwn,
    content,
    plant: plant(more),
    history,
    ownIds: new Set(ownIds),
    nowMs,
  }
  return commandWarnings(situation).map(({ key }) => key)
}

it('warns of the connection', () => {
  expect(keys({ status: 'OFFLINE' })).toEqual(['offline'])
  expect(keys({ lifecycleStatus: 'SUSPENDED' })).toEqual(['lifecycle'])
})

it('warns of the same command within a minute, no matter who sent it', () => {
  const same = row({ id: 'own', command: 'CHARGE', payload: '{ "a": 1 }', sentAt: agoS(59) })
  expect(keys({}, [same], ['own'])).toEqual(['repeated'])
  expect(keys({}, [{ ...same, sentAt: agoS(60) }], ['own'])).toEqual([])
  expect(keys({}, [{ ...same, payload: '{"a":2}' }], ['own'])).toEqual([])
  const others = new Map([['target', 'E1']])
  expect(keys({}, [{ ...same, others }], ['own'])).toEqual([])
})

it('doesn’t call a command the same when the history doesn’t show its target', () => {
  const content = { command: 'CHARGE', target: 'E1' }
  const history = { commands: [row({ command: 'CHARGE', sentAt: agoS(4) })], hasMore: false }
  const situation = { content, plant: plant(), history, ...noneOwn, nowMs }
  expect(commandWarnings(situation)[0]).toEqual({
    key: 'repeated',
    text: 'The same command, to a target that the history doesn’t show, was recorded',
    at: nowMs - 4000,
  })
})

it('warns of commands of the last five minutes that others sent', () => {
  const other = row({ createdAt: agoS(299) })
  expect(keys({}, [other])).toEqual(['others'])
  expect(keys({}, [other], ['c1'])).toEqual([])
  expect(keys({}, [{ ...other, createdAt: agoS(300) }])).toEqual([])
})

it('names the latest of other commands by its time, in any order of rows', () => {
  const history = {
    hasMore: false,
    commands: [
      row({ id: 'a', command: 'HOLD', createdAt: agoS(200) }),
      row({ id: 'b', command: 'reboot', createdAt: agoS(10) }),
      row({ id: 'c', command: 'CHARGE', payload: '{"a":1}', createdAt: agoS(50) }),
      row({ id: 'd', command: 'CHARGE', payload: '{"a":1}', createdAt: agoS(20) }),
    ],
  }
  const content = { command: 'CHARGE', payload: '{"a":1}' }
  const situation = { content, plant: plant(), history, ...noneOwn, nowMs }
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
    ...noneOwn,
    nowMs,
  }
  expect(commandWarnings({ ...situation, history: undefined })).toMatchObject([{ key: 'history' }])
})

it('warns of a payload that was written for another command', () => {
  const situation = {
    content: { command: 'HOLD' },
    plant: plant(),
    ...noneOwn,
    nowMs,
  }
  expect(commandWarnings({ ...situation, history: noCommands, writtenFor: 'CHARGE' })).toEqual([
    { key: 'payload', text: 'The payload was written for CHARGE.', isOfPayload: true },
  ])
})

it('warns first of a target that isn’t sent', () => {
  const content = { command: 'HOLD' }
  const offline = plant({ status: 'OFFLINE' })
  const situation = {
    content,
    plant: offline,
    history: noCommands,
    ...noneOwn,
    nowMs,
  }
  const warnings = commandWarnings({ ...situation, lostTarget: 'BAT-1' })
  expect(warnings.map(({ key }) => key)).toEqual(['target', 'offline'])
  expect(warnings[0]?.text).toContain('BAT-1')
})

it('warns of a payload with repeated names', () => {
  const content = { command: 'HOLD', payload: '{"a":1,"a":2}' }
  const situation = {
    content,
    plant: plant(),
    history: noCommands,
    ...noneOwn,
    nowMs,
  }
  expect(commandWarnings(situation)).toMatchObject([{ key: 'repeated-name' }])
})

it('warns of what the plant’s template says about the payload', () => {
  const actions = [{ command: 'CHARGE', payload: { powerKw: 50, durationMin: 30 } }]
  const templated = plant({ template: { id: 't', name: 'Battery', actions } })
  const warningsOf = (content: { command: string; payload?: string }) =>
    commandWarnings({
      content,
      plant: templated,
      history: noCommands,
      ...noneOwn,
      nowMs,
    }).map(({ text }) => text)
  expect(warningsOf({ command: 'CHARGE', payload: '{"powerKw":"abc"}' })).toEqual([
    'durationMin is missing; the template’s example has it.',
    'powerKw is a text; in the template’s example it is a number.',
  ])
  expect(warningsOf({ command: 'CHARGE' })).toHaveLength(2)
  expect(warningsOf({ command: 'CHARGE', payload: '{"powerKw":50,"durationMin":30}' })).toEqual([
    'The values are the template’s examples, unchanged.',
  ])
  expect(warningsOf({ command: 'CHARGE', payload: '{"powerKw":40,"durationMin":30}' })).toEqual([])
  expect(warningsOf({ command: 'HOLD' })).toEqual([
    'HOLD isn’t among the actions of the plant’s template.',
  ])
})

it('marks the warnings about what is sent', () => {
  const actions = [{ command: 'CHARGE', payload: { powerKw: 50 } }]
  const templated = plant({ status: 'OFFLINE', template: { id: 't', name: 'Battery', actions } })
  const marksOf = (command: string) =>
    commandWarnings({
      content: { command },
      plant: templated,
      history: noCommands,
      ...noneOwn,
      nowMs,
    }).map(({ key, isOfPayload }) => [key, isOfPayload])
  expect(marksOf('CHARGE')).toEqual([
    ['offline', undefined],
    ['parameter-0', true],
  ])
  expect(marksOf('HOLD')).toEqual([
    ['offline', undefined],
    ['action', undefined],
  ])
})

it('warns of numbers that may arrive as others', () => {
  const content = { command: 'HOLD', payload: '{"a":9007199254740993}' }
  const situation = { content, plant: plant(), history: noCommands, ...noneOwn }
  expect(commandWarnings({ ...situation, nowMs })).toMatchObject([{ key: 'inexact' }])
})

it('warns when the history doesn’t show the latest commands', () => {
  const commands = [row({ createdAt: agoS(5000) }), row({ id: 'c2', createdAt: agoS(4000) })]
  const situation = { content: { command: 'X' }, plant: plant(), ...noneOwn, nowMs }
  const keysOf = (history: { commands: Command[]; hasMore: boolean }) =>
    commandWarnings({ ...situation, history }).map(({ key }) => key)
  expect(keysOf({ commands, hasMore: true })).toEqual(['order'])
  expect(keysOf({ commands, hasMore: false })).toEqual([])
  expect(keysOf({ commands: commands.toReversed(), hasMore: true })).toEqual([])
})

it('names an unreadable command of someone else as such', () => {
  const history = { hasMore: false, commands: [row({ command: '', createdAt: agoS(10) })] }
  const situation = {
    content: { command: 'HOLD' },
    plant: plant(),
    ...noneOwn,
    nowMs,
  }
  const [warning] = commandWarnings({ ...situation, history })
  expect(warning?.text).toContain('a command with an unreadable name')
})
