import { expect, it } from 'vitest'
import { targetOf } from './command-target'
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
