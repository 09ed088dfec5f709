import { expect, it } from 'vitest'
import { previousResponse } from './previous-response'
import type { Command } from '@/api/commands'
import { unreadableMember } from '@/lib/unreadable'

const at = (minute: number) => `2026-03-01T12:0${minute}:00Z`
const row = (id: string, minute: number, more: Partial<Command> = {}, target?: string) => ({
  command: { id, command: 'GET_INFO', response: '{}', sentAt: at(minute), ...more },
  target,
})

const now = row('now', 5)

it('finds the latest earlier response to the same command, in any order of rows', () => {
  const rows = [row('a', 1), row('later', 7), row('b', 3), row('c', 2), now]
  expect(previousResponse(rows, now)?.id).toBe('b')
})

it.each([
  ['another command', row('x', 3, { command: 'reboot' })],
  ['another target', row('x', 3, {}, 'BAT-1')],
  ['no response', row('x', 3, { response: null })],
  ['no time', row('x', 3, { sentAt: null })],
  ['the same time', row('x', 5)],
  ['an unreadable name', row('x', 3, { unreadable: ['command'] })],
])('skips a row with %s', (_what, other) => {
  expect(previousResponse([now, other], now)).toBeUndefined()
})

it('ignores commands with an unreadable target', () => {
  const unclear = { ...now, target: unreadableMember } as const
  const other = { ...row('x', 3), target: unreadableMember } as const
  expect(previousResponse([unclear, other], unclear)).toBeUndefined()
})

it('uses the recording time when the send time is missing', () => {
  const recorded = row('x', 3, { sentAt: null, createdAt: at(4) })
  expect(previousResponse([row('y', 3), recorded], now)?.id).toBe('x')
})
