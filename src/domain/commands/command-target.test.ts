import { expect, it } from 'vitest'
import { addressed, targetOf } from './command-target'
import { unreadableMember } from '@/lib/unreadable'

const sent = (value: unknown) => ({ others: new Map([['target', value]]) })

it.each([
  ['a sub-device', sent('BAT-1'), 'target', 'BAT-1'],
  ['no member', {}, 'target', undefined],
  ['null', sent(null), 'target', undefined],
  ['empty text', sent(''), 'target', undefined],
  ['a number', sent(7), 'target', unreadableMember],
  ['another member', sent('BAT-1'), 'device', undefined],
  ['a config without a key', sent('BAT-1'), null, undefined],
])('reads %s', (_what, command, key, target) => {
  expect(targetOf(command, key)).toBe(target)
})

it('takes the target from a command only when the config names no member for it', () => {
  const content = { command: 'HOLD', target: 'BAT-1' }
  expect(addressed(content, 'target')).toEqual({ content, lostTarget: undefined })
  expect(addressed(content, null)).toEqual({
    content: { command: 'HOLD', target: undefined },
    lostTarget: 'BAT-1',
  })
  const untargeted = { command: 'HOLD', target: '' }
  expect(addressed(untargeted, null)).toEqual({ content: untargeted, lostTarget: undefined })
})
