import { beforeEach, describe, expect, it, vi } from 'vitest'
import { followNow } from './run-follow'
import type { RunRequests } from './run-requests'
import { ApiError } from '@/api/errors'
import type { PlantDetail } from '@/api/plant-schemas'
import type { RunEvent } from '@/domain/runs/run-events'
import type { Run } from '@/domain/runs/run-progress'
import type { RunRequest } from '@/domain/runs/run-row'
import { after, answered, startedRun, testReadPlant, testRequest } from '@/domain/runs/test-runs'
import { secondMs } from '@/lib/instants'

const startMs = Date.parse('2026-03-01T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: startMs + 1 })
  return () => vi.useRealTimers()
})

const settings = { canary: 3, concurrency: 16, perMinute: 600 }

/** Returns the events of a plant whose request has ended. */
function sent(at: number, change: Partial<RunRequest> = {}): RunEvent[] {
  const request = testRequest(startMs, { key: `key-${at}` })
  return [
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request },
    { kind: 'settled', at, request: { ...request, settledAtMs: startMs, ...change } },
  ]
}

const recorded = (at: number) => sent(at, { recordId: `r${at}` })
const waiting = (count: number) =>
  after(
    startedRun(count, settings),
    startMs,
    ...Array.from({ length: count }, (_, at) => recorded(at)).flat(),
  )
const at = (timeS: number) => {
  const nowMs = startMs + timeS * secondMs
  vi.setSystemTime(nowMs)
  return { nowMs, serverMs: nowMs }
}

const empty = () => ({ commands: [], hasMore: false, unreadableRows: 0, readAtMs: Date.now() })
const fakeRequests = (change: Partial<RunRequests> = {}): RunRequests => ({
  readPlant: async (id) => testReadPlant(id),
  readHistory: async () => empty(),
  send: () => Promise.reject(new Error('Nothing may be sent here.')),
  ...change,
})
const never = fakeRequests({ readHistory: () => new Promise(() => undefined) })

describe('due', () => {
  it('reads each plant again after the time for its age', async () => {
    const run = waiting(1)
    const { due, read } = followNow()
    expect(due(run, at(1))).toEqual([0])
    await read(run, 0, fakeRequests())
    expect(due(run, at(2.9))).toEqual([])
    expect(due(run, at(3))).toEqual([0])
    await read(run, 0, fakeRequests())
    expect(due(run, at(11))).toEqual([0])
    await read(run, 0, fakeRequests())
    expect(due(run, at(15.9))).toEqual([])
    expect(due(run, at(16))).toEqual([0])
  })

  it('reads a refused plant at once and once more after five seconds, when a first copy would be recorded', async () => {
    const { due, read, isFollowing } = followNow()
    let run = after(startedRun(1, settings), startMs, ...sent(0, { refusal: 'No' }))
    const readNow = async () => {
      const [event] = await read(run, 0, fakeRequests())
      if (event) run = after(run, Date.now(), event)
    }
    expect(due(run, at(1))).toEqual([0])
    await readNow()
    expect(due(run, at(4.9))).toEqual([])
    expect(isFollowing(run, at(4.9))).toBe(true)
    expect(due(run, at(5))).toEqual([0])
    await readNow()
    expect(due(run, at(20))).toEqual([])
    expect(isFollowing(run, at(20))).toBe(false)
  })

  it('isn’t delayed by a clock that was set back', async () => {
    const run = waiting(1)
    const { due, read } = followNow()
    at(10)
    await read(run, 0, fakeRequests())
    expect(due(run, at(-3600))).toEqual([0])
  })

  it('reads four plants at a time', () => {
    const run = waiting(6)
    const { due, read } = followNow()
    const first = due(run, at(1))
    expect(first).toEqual([0, 1, 2, 3])
    for (const one of first) void read(run, one, never)
    expect(due(run, at(60))).toEqual([])
  })

  it('reads those that wait longest first', async () => {
    const run = waiting(6)
    const { due, read } = followNow()
    for (const [timeS, one] of [
      [1, 3],
      [2, 0],
      [3, 1],
      [4, 5],
      [5, 4],
    ] as const) {
      at(timeS)
      await read(run, one, fakeRequests())
    }
    expect(due(run, at(30))).toEqual([2, 3, 0, 1])
  })

  it('reads nothing of a plant that has answered, or whose request is on its way', () => {
    const sending = after(startedRun(2, settings), startMs, ...sent(0).slice(0, 3))
    const run = after(sending, startMs, ...answered(1, startMs))
    const { due, isFollowing } = followNow()
    expect(due(run, at(1))).toEqual([])
    expect(isFollowing(run, at(1))).toBe(true)
    expect(isFollowing(after(startedRun(1), startMs, ...answered(0, startMs)), at(1))).toBe(false)
  })
})

describe('read', () => {
  const readOf = async (run: Run, requests: RunRequests) => {
    at(60)
    return followNow().read(run, 0, requests)
  }
  const refusal = { refusal: 'Too many requests' }
  const repeatable = { ...refusal, isRepeatable: true }
  const commandRun = (change: Partial<RunRequest>) =>
    after(startedRun(1, settings), startMs, ...sent(0, { seenIds: [], ...change }))
  const suspended = (change: Partial<RunRequest>): Run => {
    const run = commandRun(change)
    return { ...run, document: { ...run.document, action: { kind: 'suspend' } } }
  }
  const shows = (change: Partial<PlantDetail>) =>
    fakeRequests({ readPlant: async (id) => testReadPlant(id, change) })

  it('tells what the history shows', async () => {
    const command = { id: 'r0', command: 'GET_INFO', responseStatus: 'OK' }
    const requests = fakeRequests({
      readHistory: async () => ({ ...empty(), commands: [command] }),
    })
    expect(await readOf(commandRun({ recordId: 'r0' }), requests)).toMatchObject([
      { kind: 'evidence', at: 0, evidence: { record: { responseStatus: 'OK' } } },
    ])
    expect(await readOf(commandRun({}), requests)).toMatchObject([{ matchedId: 'r0' }])
  })

  it('tells that nothing could be read', async () => {
    const readHistory = () => Promise.reject(new Error('No connection'))
    const events = await readOf(commandRun({}), fakeRequests({ readHistory }))
    expect(events).toEqual([{ kind: 'unread', at: 0 }])
  })

  it('reads each plant once at a time', async () => {
    const { read } = followNow()
    void read(waiting(1), 0, never)
    expect(await read(waiting(1), 0, fakeRequests())).toEqual([])
  })

  it('takes a refusal for now back when a complete reading doesn’t show the command', async () => {
    expect(await readOf(commandRun(repeatable), fakeRequests())).toEqual([
      { kind: 'not-sent', at: 0, reason: 'Too many requests' },
    ])
  })

  it.each([
    ['for good', refusal, {}],
    ['of which a part isn’t readable', repeatable, { unreadableRows: 1 }],
    ['with more entries than were read', repeatable, { hasMore: true }],
    ['read before the refusal', repeatable, { readAtMs: startMs }],
    ['not read before', { ...repeatable, seenIds: undefined }, {}],
    ['that shows it', repeatable, { commands: [{ id: 'r0', command: 'GET_INFO' }] }],
  ])('keeps a refusal %s', async (_what, change, history) => {
    const requests = fakeRequests({ readHistory: async () => ({ ...empty(), ...history }) })
    const [event] = await readOf(commandRun(change), requests)
    expect(event?.kind).toBe('evidence')
  })

  it('takes a refusal for now back when the plant shows no change', async () => {
    const [event] = await readOf(suspended(repeatable), fakeRequests())
    expect(event?.kind).toBe('not-sent')
  })

  it.each([
    ['shows the change', { lifecycleStatus: 'SUSPENDED' }],
    ['can’t be read', { lifecycleStatus: '', unreadable: ['lifecycleStatus'] }],
  ])('keeps the refusal of a change when the lifecycle %s', async (_what, plant) => {
    const [event] = await readOf(suspended(repeatable), shows(plant))
    expect(event?.kind).toBe('evidence')
  })

  it('tells that a plant is gone', async () => {
    const gone = new ApiError('getPlant', 404, { code: 'PLANT_NOT_FOUND' })
    const requests = fakeRequests({ readPlant: () => Promise.reject(gone) })
    expect(await readOf(suspended({}), requests)).toMatchObject([
      { kind: 'evidence', evidence: { lifecycle: { status: 'gone', isTarget: false } } },
    ])
  })
})

it('lists the plants whose outcome a later reading may change', () => {
  const run = after(
    startedRun(5, { ...settings, brakePercent: 100 }),
    startMs,
    ...recorded(0),
    ...sent(1, { refusal: 'No.' }),
    ...answered(2, startMs),
  )
  expect(followNow().open(run)).toEqual([0, 1])
})
