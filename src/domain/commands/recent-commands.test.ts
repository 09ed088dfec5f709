import { expect, it } from 'vitest'
import { recentCommands } from './recent-commands'
import type { CommandContent } from './sent-command'

const labels = (...contents: CommandContent[]) =>
  recentCommands(contents, 5).map(({ label }) => label)
const charge = (payload: string, target?: string) => ({ command: 'CHARGE', payload, target })

it('names the command, its target and its payload', () => {
  expect(labels({ command: 'GET_INFO' }, charge('{ "powerKw": 5 }', 'BAT1'))).toEqual([
    'GET_INFO',
    'CHARGE · BAT1 · powerKw 5',
  ])
})

it('begins with what differs between equal commands', () => {
  const first = '{"from":"a long text that fills it","slots":[{"a": 1}],"powerKw":5}'
  const second = first.replace('5}', '6}')
  const [one, other] = labels(charge(first), charge(second))
  expect(one).toMatch(/^CHARGE · powerKw 5, from a long/)
  expect(other).toMatch(/^CHARGE · powerKw 6, from a long/)
})

it('numbers those that look alike', () => {
  const long = 'x'.repeat(50)
  expect(labels(charge(`{"a":"${long}1"}`), charge(`{"a":"${long}2"}`))).toEqual([
    expect.stringMatching(/x…$/),
    expect.stringMatching(/x… \(2\)$/),
  ])
})

it('lists a command once, however its payload is laid out, but not with another target or number', () => {
  const same = [charge('{"a":1}'), charge('{ "a": 1 }')]
  expect(recentCommands(same, 5)).toEqual([{ content: same[0], label: 'CHARGE · a 1' }])
  expect(labels(charge('{"a":1}'), charge('{"a":1}', 'E1'), charge('{"a":1.0}'))).toHaveLength(3)
})

it('takes the latest, and shows nested values and what isn’t an object', () => {
  const contents = ['{"a":{"b":[1, 2]},"c":"}"}', '[1, 2]', 'text', '{}'].map((one) => charge(one))
  expect(labels(...contents)).toEqual([
    'CHARGE · a {"b":[1,2]}, c }',
    'CHARGE · [1,2]',
    'CHARGE · text',
    'CHARGE',
  ])
  expect(recentCommands(contents, 2)).toHaveLength(2)
})
