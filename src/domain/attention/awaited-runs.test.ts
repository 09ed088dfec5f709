import { expect, it } from 'vitest'
import { awaitedOfRuns } from './awaited-runs'
import type { Run } from '@/domain/runs/run-progress'
import { after, answered, startedRun, testRequest } from '@/domain/runs/test-runs'
import { dayMs, minuteMs } from '@/lib/instants'

const sentMs = 1_000_000
const now = (ms: number) => ({ nowMs: ms, serverMs: ms })

/** A run of two plants: the second has answered, and the first was sent a command that `change` is about. */
function runOf(change: Parameters<typeof testRequest>[1], id = 'run-1', atMs = sentMs): Run {
  const request = testRequest(atMs, change)
  const run = after(
    startedRun(2, { answerS: 60, canary: 2 }),
    atMs,
    { kind: 'checking', at: 0 },
    { kind: 'checked', at: 0, alertIds: [] },
    { kind: 'sending', at: 0, request },
    { kind: 'settled', at: 0, request },
    ...answered(1, atMs),
  )
  return { ...run, document: { ...run.document, id } }
}

const lost = { settledAtMs: sentMs }

it('lists a plant of a run whose outcome is unknown, once that can’t change soon', () => {
  const later = now(sentMs + 5 * minuteMs)
  expect(awaitedOfRuns([runOf(lost)], later)).toEqual([
    { kind: 'run-no-answer', id: 'p0', label: 'Plant p0', atMs: sentMs, runId: 'run-1' },
  ])
  expect(awaitedOfRuns([runOf(lost)], now(sentMs + 1_000))).toEqual([])
})

it('lists a command that was being sent, or waited for, when its tab closed', () => {
  const sending = after(
    startedRun(1, { answerS: 60, canary: 1 }),
    sentMs,
    { kind: 'checking', at: 0 },
    { kind: 'checked', at: 0, alertIds: [] },
    { kind: 'sending', at: 0, request: testRequest(sentMs) },
  )
  expect(awaitedOfRuns([sending], now(sentMs + 5_000))).toEqual([])
  expect(awaitedOfRuns([sending], now(sentMs + minuteMs))).toHaveLength(1)
  const waiting = runOf({ settledAtMs: sentMs, recordId: 'c1' })
  expect(awaitedOfRuns([waiting], now(sentMs + minuteMs))).toEqual([])
  expect(awaitedOfRuns([waiting], now(sentMs + 2 * minuteMs))).toHaveLength(1)
})

it('lists a plant that was read without an answer in time', () => {
  const request = { settledAtMs: sentMs, recordId: 'c1' }
  const time = new Date(sentMs).toISOString()
  const record = { id: 'c1', sentAt: time, createdAt: time }
  const readAt = (readAtMs: number) =>
    after(runOf(request), readAtMs, {
      kind: 'evidence',
      at: 0,
      evidence: { readAtMs, recordIds: ['c1'], record },
    })
  expect(awaitedOfRuns([readAt(sentMs + minuteMs / 2)], now(sentMs + minuteMs))).toEqual([])
  expect(awaitedOfRuns([readAt(sentMs + 2 * minuteMs)], now(sentMs + 3 * minuteMs))).toHaveLength(1)
})

it('forgets a command after a day, and names a plant of several runs once', () => {
  const later = sentMs + 10 * minuteMs
  const runs = [runOf({ settledAtMs: later }, 'run-2', later), runOf(lost)]
  expect(awaitedOfRuns(runs, now(later + 5 * minuteMs))).toMatchObject([{ runId: 'run-1' }])
  expect(awaitedOfRuns(runs, now(sentMs + dayMs + 1))).toMatchObject([{ runId: 'run-2' }])
  expect(awaitedOfRuns(runs, now(later + dayMs + 1))).toEqual([])
})
