import { describe, expect, it } from 'vitest'
import { answersOf, followedForMs } from './awaited-answers'
import type { Command } from '@/api/commands'
import type { SentCommand } from '@/domain/commands/sent-command'
import { minuteMs, secondMs } from '@/lib/instants'

const clickedAtMs = Date.parse('2026-03-01T12:00:00Z')

const sent = (more: Partial<SentCommand> = {}): SentCommand => ({
  key: 'k1',
  content: { command: 'CHARGE' },
  clickedAtMs,
  settledAtMs: clickedAtMs + 200,
  seenIds: ['old'],
  recordId: 'new',
  ...more,
})

const at = (ms: number) => new Date(clickedAtMs + ms).toISOString()
const row = (more: Partial<Command> = {}): Command => ({
  id: 'new',
  command: 'CHARGE',
  sentAt: at(100),
  createdAt: at(50),
  ...more,
})
const old = row({ id: 'old', sentAt: at(-minuteMs), createdAt: at(-minuteMs) })
const lost = sent({ recordId: undefined })

/** Judges so many ms after the click; `commands` were read at the same time, or not at all. */
function answers(
  commands: Command[] | undefined,
  all: SentCommand[] = [sent()],
  more: { afterMs?: number; readAfterMs?: number; hasMore?: boolean } = {},
) {
  const { afterMs = 2 * minuteMs, hasMore = false } = more
  const { readAfterMs = afterMs } = more
  const nowMs = clickedAtMs + afterMs
  const readAtMs = clickedAtMs + readAfterMs
  const history = commands && { commands, hasMore, unreadableRows: 0, readAtMs }
  return answersOf(all, history, { nowMs, serverMs: nowMs, waitMs: minuteMs, targetKey: null })
}

describe('answersOf', () => {
  it('is overdue since the platform sent a command without an answer', () => {
    expect(answers([row(), old])).toEqual({ kind: 'overdue', sinceMs: clickedAtMs + 100 })
  })

  it('is overdue since the oldest of several commands', () => {
    const earlier = sent({ key: 'k0', recordId: 'old', clickedAtMs: clickedAtMs - minuteMs })
    expect(answers([row(), old], [sent(), earlier])).toEqual({
      kind: 'overdue',
      sinceMs: clickedAtMs - minuteMs,
    })
  })

  it.each(['OK', 'ERROR', 'BUSY'])('is settled by the answer %s', (responseStatus) => {
    expect(answers([row({ responseStatus }), old])).toEqual({ kind: 'settled' })
  })

  it('waits as long as the user set', () => {
    expect(answers([row(), old], [sent()], { afterMs: 30 * secondMs })).toEqual({ kind: 'waiting' })
  })

  it('is overdue with an unknown outcome that the history can’t settle', () => {
    expect(answers([], [{ ...lost, seenIds: undefined }])).toEqual({
      kind: 'overdue',
      sinceMs: clickedAtMs,
    })
  })

  it('waits until the history was checked for a lost command', () => {
    expect(answers([old], [lost], { afterMs: 10 * secondMs })).toEqual({ kind: 'waiting' })
  })

  it('claims nothing of a command that isn’t recorded or was refused', () => {
    expect(answers([old], [lost])).toEqual({ kind: 'waiting' })
    expect(answers([old], [{ ...lost, refusal: 'Suspended' }])).toEqual({ kind: 'settled' })
  })

  it.each([
    ['without a reading', undefined, sent(), {}],
    [
      'without a reading since the time is up',
      [row(), old],
      sent(),
      { readAfterMs: 30 * secondMs },
    ],
    ['without a reading of a lost command', undefined, lost, {}],
    ['without a reading since a lost command', [old], lost, { readAfterMs: -minuteMs }],
    ['when the page doesn’t list the command', [old], sent(), { hasMore: true }],
  ])('is unread %s', (_case, commands, one, more) => {
    expect(answers(commands, [one], more)).toEqual({ kind: 'unread' })
    expect(answers(commands, [one], { ...more, afterMs: 20 * secondMs })).toEqual({
      kind: 'waiting',
    })
  })

  it('forgets a command after a day', () => {
    const afterMs = followedForMs + 1
    expect(answers([row(), old], [sent()], { afterMs })).toEqual({ kind: 'settled' })
    expect(answers([row(), old], [sent()], { afterMs: afterMs - 1 }).kind).toBe('overdue')
  })
})
