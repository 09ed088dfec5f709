import { expect, it } from 'vitest'
import { backlogMessages, backlogTimes } from './backlog'
import { maxPlantMessageBytes, readTelemetry } from '#sandbox/platform/protocol/messages'
import { minuteMs } from '@/lib/instants'

const dayStartMs = Date.UTC(2026, 5, 21)

const sampleWith = (fields: number) => (_: unknown, at: number) => ({
  ts: dayStartMs + at * 5 * minuteMs,
  values: Object.fromEntries(Array.from({ length: fields }, (_one, n) => [`field${n}`, 1234.567])),
})

it('begins at midnight if nothing was sent yet', () => {
  const times = backlogTimes(null, dayStartMs + 12 * minuteMs)
  expect(times).toEqual([0, 5, 10].map((minutes) => dayStartMs + minutes * minuteMs))
})

it('continues after the last accepted sample, but not before midnight', () => {
  const nowMs = dayStartMs + 21 * minuteMs
  expect(backlogTimes(dayStartMs + 5 * minuteMs, nowMs)).toEqual(
    [10, 15, 20].map((minutes) => dayStartMs + minutes * minuteMs),
  )
  expect(backlogTimes(dayStartMs - 300 * minuteMs, nowMs)).toHaveLength(5)
  expect(backlogTimes(nowMs - 1000, nowMs)).toEqual([])
})

it.each([2, 12, 40])('fits into messages that the platform accepts (%i fields)', (fields) => {
  const samples = Array.from({ length: 288 }, sampleWith(fields))
  const messages = backlogMessages(samples)
  expect(messages.flatMap(({ text }) => readTelemetry(text))).toEqual(samples)
  for (const { text, samples: sent } of messages) {
    expect(sent.length).toBeLessThanOrEqual(60)
    expect(Buffer.byteLength(text)).toBeLessThan(maxPlantMessageBytes)
  }
})

it('creates no message without samples', () => {
  expect(backlogMessages([])).toEqual([])
})
