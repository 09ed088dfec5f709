import { expect, it } from 'vitest'
import { repetitionOf } from './repeated-command'

const content = { command: 'GET_INFO', payload: '{"a":1}', target: 'E1' }
const row = (target?: unknown) => ({
  id: 'c1',
  command: 'GET_INFO',
  payload: '{ "a": 1.0 }',
  others: new Map([['target', target]]),
})
const unknown = { targetKey: 'target', ownTargets: new Map<string, string | undefined>() }
const own = (target: string | undefined) => ({ ...unknown, ownTargets: new Map([['c1', target]]) })

it('takes the same name, payload and target for the same command', () => {
  expect(repetitionOf(content, row('E1'), unknown)).toBe('same')
  expect(repetitionOf({ command: 'GET_INFO' }, { id: 'c1', command: 'GET_INFO' }, unknown)).toBe(
    'same',
  )
})

it.each([
  [{ ...content, command: 'HOLD' }],
  [{ ...content, payload: '{"a":2}' }],
  [{ ...content, target: 'E2' }],
  [{ ...content, target: undefined }],
])('takes %j for another command', (other) => {
  expect(repetitionOf(other, row('E1'), unknown)).toBeUndefined()
})

it('knows the targets of this browser’s commands, which the history may not return', () => {
  expect(repetitionOf(content, row(), own('E1'))).toBe('same')
  expect(repetitionOf(content, row(), own('E2'))).toBeUndefined()
  expect(repetitionOf(content, row(), own(undefined))).toBeUndefined()
  expect(repetitionOf({ ...content, target: '' }, row(), own(undefined))).toBe('same')
})

it('doesn’t know the target of another browser’s command that states none', () => {
  expect(repetitionOf(content, row(), unknown)).toBe('target-unknown')
  expect(repetitionOf(content, row(7), unknown)).toBe('target-unknown')
})
