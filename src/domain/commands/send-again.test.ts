import { expect, it } from 'vitest'
import type { CommandTarget } from './command-target'
import { contentToEdit } from './send-again'
import type { Command } from '@/api/commands'
import { unreadableMember } from '@/lib/unreadable'

const command: Command = { id: 'c1', command: 'CHARGE', payload: '{"kw": 9007199254740993.0}' }

it('keeps the payload as written, and the target', () => {
  expect(contentToEdit(command, 'BAT-1')).toEqual({
    content: { command: 'CHARGE', payload: '{"kw": 9007199254740993.0}', target: 'BAT-1' },
  })
})

it.each<[string, Command, CommandTarget]>([
  ['name', { ...command, unreadable: ['command'] }, undefined],
  ['payload', { ...command, unreadable: ['payload'] }, undefined],
  ['target', command, unreadableMember],
])('refuses a command with an unreadable %s', (name, given, target) => {
  expect(contentToEdit(given, target)).toEqual({
    refusal: expect.stringContaining(`${name} is unreadable`),
  })
})
