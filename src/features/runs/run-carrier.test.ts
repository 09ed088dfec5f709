import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goOnWith, letGoOf, openRun, openRuns } from './run-carrier'
import { countUnsaved, loadHeads, loadRun, storeChanges, storeHead, storeRow } from './run-journal'
import { takeRunLock } from './run-locks'
import type { RunRequests } from './run-requests'
import { knownRun, runsNow, setKnown } from './run-store'
import { type Run, newRun } from '@/domain/runs/run-progress'
import { after, testDocument, testReadPlant, testRunPlant } from '@/domain/runs/test-runs'
import { forgetPerson } from '@/lib/person-change'
import { setUnsavedRuns } from '@/lib/unsaved-runs'

vi.mock('./run-journal')
vi.mock('./run-locks')
vi.mock('@/lib/unsaved-runs')
vi.mock('@/lib/tab-channel', () => ({
  TabChannel: class {
    post = () => undefined
  },
}))

const place = { username: 'anna', scope: 'api org' }
const id = 'run-1'
const hash = ''
const ready = newRun(testDocument([testRunPlant('p0'), testRunPlant('p1')], { perMinute: 600 }))
const release = vi.fn<() => void>()
const send = vi.fn<RunRequests['send']>()
const requests: RunRequests = {
  readPlant: async (plantId) => testReadPlant(plantId),
  readHistory: async () => ({ commands: [], hasMore: false, unreadableRows: 0, readAtMs: 0 }),
  send,
}

const head = {
  id,
  hash,
  createdAtMs: 0,
  action: ready.document.action,
  note: '',
  plants: 2,
  progress: ready.progress,
  counts: {},
  isExported: false,
}
const onDisk = (run: Run) => vi.mocked(loadRun).mockResolvedValue({ head, run })

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('Worker', undefined)
  vi.mocked(takeRunLock).mockResolvedValue(release)
  vi.mocked(loadHeads).mockResolvedValue([])
  vi.mocked(countUnsaved).mockResolvedValue(2)
  vi.mocked(storeChanges).mockResolvedValue()
  send.mockResolvedValue('record')
  onDisk(ready)
  await openRuns(place)
  await openRun(place, id, requests)
})

afterEach(() => {
  forgetPerson()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

const pass = (timeMs: number) => vi.advanceTimersByTimeAsync(timeMs)

it('carries a run out under the lock of its scope', async () => {
  expect(await goOnWith(place, id, requests)).toBeUndefined()
  expect(takeRunLock).toHaveBeenCalledExactlyOnceWith(place, id)
  await pass(1_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(release).not.toHaveBeenCalled()
  expect(knownRun(id)?.owner).toBe('here')
})

it('doesn’t begin while another tab has the lock', async () => {
  vi.mocked(takeRunLock).mockResolvedValue('taken')
  expect(await goOnWith(place, id, requests)).toBe('taken')
  await pass(5_000)
  expect(send).not.toHaveBeenCalled()
})

describe('a run that isn’t as this tab remembers it', () => {
  it('doesn’t go on once it was deleted', async () => {
    vi.mocked(loadRun).mockResolvedValue(undefined)
    expect(await goOnWith(place, id, requests)).toBe('missing')
    await pass(5_000)
    expect(send).not.toHaveBeenCalled()
    expect(release).toHaveBeenCalledTimes(1)
  })

  it('doesn’t go on once another tab has stopped it', async () => {
    onDisk(after(ready, 0, { kind: 'start' }, { kind: 'stop' }))
    await goOnWith(place, id, requests)
    await pass(5_000)
    expect(send).not.toHaveBeenCalled()
    expect(knownRun(id)?.run.progress.phase).toBe('stopped')
  })

  it('is opened as it is under the lock', async () => {
    const running = after(ready, 0, { kind: 'start' })
    forgetPerson()
    await openRuns(place)
    vi.mocked(loadRun).mockResolvedValueOnce({ head, run: running })
    onDisk(after(running, 0, { kind: 'stop' }))
    await openRun(place, id, requests)
    expect(knownRun(id)?.run.progress.phase).toBe('stopped')
  })
})

describe('stored runs that can’t be read', () => {
  it('keep the count that a sign-out warns of', async () => {
    expect(setUnsavedRuns).toHaveBeenLastCalledWith('anna', 2)
    vi.mocked(loadHeads).mockResolvedValue('unreadable')
    vi.mocked(countUnsaved).mockRejectedValue(new Error('unreadable'))
    await openRuns(place)
    expect(runsNow().noHeads).toBe('unreadable')
    expect(setUnsavedRuns).toHaveBeenCalledTimes(1)
  })

  it('aren’t called missing', async () => {
    vi.mocked(loadRun).mockRejectedValue(new Error('unreadable'))
    await openRun(place, 'run-2', requests)
    expect(runsNow().known.get('run-2')).toBe('unreadable')
    vi.mocked(loadRun).mockResolvedValue(undefined)
    await openRun(place, 'run-3', requests)
    expect(runsNow().known.get('run-3')).toBe('missing')
  })
})

describe('another user', () => {
  const change = async () => {
    forgetPerson()
    await openRuns({ ...place, username: 'ben' })
  }

  it('begins nothing that was still being loaded, and stores nothing of it', async () => {
    vi.mocked(loadRun).mockImplementation(async () => {
      await change()
      return { head, run: ready }
    })
    await goOnWith(place, id, requests)
    await pass(5_000)
    expect(send).not.toHaveBeenCalled()
    expect(storeHead).not.toHaveBeenCalled()
    expect(release).toHaveBeenCalledTimes(1)
  })

  it('begins nothing that was still being noted', async () => {
    vi.mocked(storeHead).mockImplementationOnce(change)
    await goOnWith(place, id, requests)
    await pass(5_000)
    expect(send).not.toHaveBeenCalled()
    expect(release).toHaveBeenCalledTimes(1)
  })

  it('ends the run under way, and sees nothing of it', async () => {
    await goOnWith(place, id, requests)
    vi.mocked(loadHeads).mockClear()
    vi.mocked(storeHead).mockClear()
    forgetPerson()
    await pass(5_000)
    expect(send).not.toHaveBeenCalled()
    expect(release).toHaveBeenCalledTimes(1)
    expect(storeHead).not.toHaveBeenCalled()
    expect(loadHeads).not.toHaveBeenCalled()
    expect(runsNow().place).toBeUndefined()
  })
})

it('does nothing more for a run that is deleted', async () => {
  await goOnWith(place, id, requests)
  letGoOf('another')
  expect(release).not.toHaveBeenCalled()
  letGoOf(id)
  expect(release).toHaveBeenCalledTimes(1)
  await pass(5_000)
  expect(send).not.toHaveBeenCalled()
})

it('notes nothing more of a run that is deleted while a request is on its way', async () => {
  let reply: (recordId: string) => void = () => undefined
  send.mockImplementation(() => new Promise((resolve) => (reply = resolve)))
  await goOnWith(place, id, requests)
  await pass(1_000)
  letGoOf(id)
  vi.mocked(storeRow).mockClear()
  reply('record')
  await pass(1_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(storeRow).not.toHaveBeenCalled()
})

it('carries one run out at a time, and goes on with that one without another lock', async () => {
  await goOnWith(place, id, requests)
  setKnown('run-2', { run: ready, hash, isExported: false, owner: 'none' })
  expect(await goOnWith(place, 'run-2', requests)).toBe('busy')
  expect(await goOnWith(place, id, requests)).toBeUndefined()
  expect(takeRunLock).toHaveBeenCalledTimes(1)
})
