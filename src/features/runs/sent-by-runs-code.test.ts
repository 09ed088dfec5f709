import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type RunHead, loadHeads, loadPlantRow } from './run-journal'
import { readSentByRuns } from './sent-by-runs-code'
import { after, answered, startedRun } from '@/domain/runs/test-runs'
import { hourMs } from '@/lib/instants'

vi.mock('./run-journal')

const place = { username: 'anna', scope: 'api org', plantId: 'p0' }
const run = after(startedRun(2), 0, ...answered(0, 0))
const [row = { plantId: 'p0' }] = run.rows
const headOf = (id: string, change: Partial<RunHead> = {}): RunHead => ({
  id,
  hash: '',
  createdAtMs: 0,
  action: run.document.action,
  note: '',
  plants: 2,
  progress: run.progress,
  counts: {},
  isExported: false,
  ...change,
})
const endedAt = (endedAtMs: number) => ({ progress: { ...run.progress, endedAtMs } })

beforeEach(() => {
  vi.mocked(loadPlantRow).mockResolvedValue({ document: run.document, row })
})

afterEach(() => {
  vi.resetAllMocks()
})

it('reads the commands of begun runs, and says that some can’t be read', async () => {
  const action = { kind: 'suspend' } as const
  const ready = { phase: 'ready', wave: 0 } as const
  vi.mocked(loadHeads).mockResolvedValue([
    headOf('damaged'),
    headOf('suspending', { action }),
    headOf('planned', { progress: ready }),
    headOf('sent'),
  ])
  vi.mocked(loadPlantRow).mockRejectedValueOnce(new Error('damaged'))
  expect(await readSentByRuns(place, 0, new Map())).toMatchObject({
    sent: [{ key: 'key-0', content: { command: 'GET_INFO' }, recordId: 'r0' }],
    extent: 'partial',
  })
  expect(loadPlantRow).toHaveBeenCalledTimes(2)
})

it('reads a run again until it has been over for an hour', async () => {
  vi.mocked(loadHeads).mockResolvedValue([
    headOf('new', endedAt(hourMs)),
    headOf('old', endedAt(0)),
  ])
  const kept = new Map()
  const first = await readSentByRuns(place, hourMs + 1, kept)
  expect(first).toMatchObject({ sent: [{}, {}], extent: 'whole' })
  expect([...kept.keys()]).toEqual(['old'])
  expect(await readSentByRuns(place, hourMs + 1, kept)).toEqual(first)
  expect(loadPlantRow).toHaveBeenCalledTimes(3)
})

it('reads all runs of the last hour, and the latest 20 older ones', async () => {
  const many = (id: string, endedAtMs: number) =>
    Array.from({ length: 25 }, (_, at) => headOf(`${id}${at}`, endedAt(endedAtMs)))
  vi.mocked(loadHeads).mockResolvedValue([...many('old', 0), ...many('recent', hourMs)])
  const kept = new Map()
  const reading = await readSentByRuns(place, hourMs + 1, kept)
  expect(reading?.sent).toHaveLength(45)
  expect([...kept.keys()]).toEqual(Array.from({ length: 20 }, (_, at) => `old${at}`))
})

it('tells runs that can’t be listed from a browser that stores none', async () => {
  vi.mocked(loadHeads).mockResolvedValue('unreadable')
  expect(await readSentByRuns(place, 0, new Map())).toBeUndefined()
  vi.mocked(loadHeads).mockResolvedValue('not-kept')
  expect(await readSentByRuns(place, 0, new Map())).toEqual({ sent: [], extent: 'whole' })
})
