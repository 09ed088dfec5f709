import { describe, expect, it } from 'vitest'
import { type CommandStatus, commandStatusMeanings, statusOf } from './command-status'
import type { Command } from '@/api/commands'
import { minuteMs, secondMs } from '@/lib/instants'

const sentAt = '2026-03-01T12:00:00Z'
const sentMs = Date.parse(sentAt)
const waitMs = minuteMs

function status(more: Partial<Command>, afterMs = secondMs): CommandStatus {
  return statusOf({ id: 'c1', command: 'HOLD', sentAt, ...more }, sentMs + afterMs, waitMs)
}

describe('a command without an answer', () => {
  it.each<[string, Partial<Command>, number, CommandStatus]>([
    ['was just sent', {}, 0, 'waiting'],
    ['was sent a minute ago', {}, minuteMs, 'waiting'],
    ['was sent over a minute ago', {}, minuteMs + 1, 'no-answer'],
    ['has no send time', { sentAt: null, createdAt: sentAt }, secondMs, 'accepted'],
    ['has had none for long', { sentAt: null, createdAt: sentAt }, 2 * minuteMs, 'no-answer'],
    ['has no time at all', { sentAt: null }, 2 * minuteMs, 'accepted'],
    ['has an unreadable time', { sentAt: null, unreadable: ['sentAt'] }, secondMs, 'waiting'],
    ['seems to be sent in the future', {}, -minuteMs, 'waiting'],
  ])('%s', (_what, more, afterMs, expected) => {
    expect(status(more, afterMs)).toBe(expected)
  })
})

describe('an answer', () => {
  it.each<[string, Partial<Command>, CommandStatus]>([
    ['of OK', { responseStatus: 'OK', ackedAt: sentAt }, 'ok'],
    ['of OK without a time', { responseStatus: 'OK' }, 'ok'],
    ['of OK with an error in it', { responseStatus: 'OK', response: '{"err":"BUSY"}' }, 'answered'],
    ['of OK with a null error in it', { responseStatus: 'OK', response: '{"err":null}' }, 'ok'],
    ['of OK with bad JSON', { responseStatus: 'OK', response: '{' }, 'ok'],
    ['of an error', { responseStatus: 'ERROR', response: '{"err":"BUSY"}' }, 'error'],
    ['with a status not known here', { responseStatus: 'PARTIAL' }, 'answered'],
    ['that has only a time', { ackedAt: sentAt }, 'answered'],
    ['with an unreadable time', { ackedAt: null, unreadable: ['ackedAt'] }, 'answered'],
    ['with an unreadable status', { unreadable: ['responseStatus'] }, 'answered'],
  ])('%s', (_what, more, expected) => {
    expect(status(more, 10 * minuteMs)).toBe(expected)
  })
})

it('is green only after the plant answered OK', () => {
  const green = Object.entries(commandStatusMeanings).filter(([, { tone }]) => tone === 'ok')
  expect(green.map(([name]) => name)).toEqual(['ok'])
})

it('expects nothing more only after an answer or a refusal', () => {
  const final = Object.entries(commandStatusMeanings).filter(([, { isFinal }]) => isFinal)
  expect(final.map(([name]) => name)).toEqual(['ok', 'error', 'answered', 'refused'])
})

it('groups every status that is no answer of the plant as without an answer', () => {
  const answered = Object.entries(commandStatusMeanings).filter(
    ([, { answer }]) => answer !== 'none',
  )
  expect(answered.map(([name, { answer }]) => [name, answer])).toEqual([
    ['ok', 'ok'],
    ['error', 'error'],
    ['answered', 'other'],
  ])
})

it('waits for an answer only after the platform recorded the command, and while there is time', () => {
  const waiting = Object.entries(commandStatusMeanings).filter(([, { isWaiting }]) => isWaiting)
  expect(waiting.map(([name]) => name)).toEqual(['accepted', 'waiting'])
  expect(waiting.some(([, { isFinal }]) => isFinal)).toBe(false)
})
