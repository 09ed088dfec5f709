import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type RunHead, findPlantIn, loadHeads, loadRow } from './run-journal'
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
  vi.mocked(findPlantIn).mockResolvedValue(0)
  vi.mocked(loadRow).mockResolvedValue(row)
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
  vi.mocked(findPlantIn).mockRejectedValueOnce(new Error('damaged'))
  expect(await readSentByRuns(place, 0, new Map())).toMatchObject({
    sent: [{ key: 'key-0', content: { command: 'GET_INFO' }, recordId: 'r0' }],
    extent: 'partial',
  })
  expect(findPlantIn).toHaveBeenCalledTimes(2)
})

it('looks for the plant in each run once, and reads its rows again', async () => {
  vi.mocked(loadHeads).mockResolvedValue([headOf('with'), headOf('without')])
  vi.mocked(findPlantIn).mockImplementation(async (_, id) => (id === 'with' ? 1 : undefined))
  const known = new Map()
  vi.mocked(loadRow).mockResolvedValueOnce(undefined)
  expect(await readSentByRuns(place, 0, known)).toEqual({ sent: [], extent: 'whole' })
  expect(await readSentByRuns(place, 0, known)).toMatchObject({ sent: [{ recordId: 'r0' }] })
  expect(findPlantIn).toHaveBeenCalledTimes(2)
  expect(vi.mocked(loadRow).mock.calls).toEqual([
    [place, 'with', 1],
    [place, 'with', 1],
  ])
})

it('looks again for the plant in a run that couldn’t be read', async () => {
  vi.mocked(loadHeads).mockResolvedValue([headOf('damaged')])
  vi.mocked(findPlantIn).mockRejectedValueOnce(new Error('damaged'))
  const known = new Map()
  expect(await readSentByRuns(place, 0, known)).toEqual({ sent: [], extent: 'partial' })
  expect(await readSentByRuns(place, 0, known)).toMatchObject({ sent: [{}], extent: 'whole' })
})

it('reads all runs of the last hour, and the latest 20 older ones', async () => {
  const many = (id: string, endedAtMs: number) =>
    Array.from({ length: 25 }, (_, at) => headOf(`${id}${at}`, endedAt(endedAtMs)))
  vi.mocked(loadHeads).mockResolvedValue([...many('old', 0), ...many('recent', hourMs)])
  const known = new Map()
  const reading = await readSentByRuns(place, hourMs + 1, known)
  expect(reading?.sent).toHaveLength(45)
  const old = [...known.keys()].filter((id) => id.startsWith('old'))
  expect(old).toEqual(Array.from({ length: 20 }, (_, at) => `old${at}`))
})

it('tells runs that can’t be listed from a browser that stores none', async () => {
  vi.mocked(loadHeads).mockResolvedValue('unreadable')
  expect(await readSentByRuns(place, 0, new Map())).toBeUndefined()
  vi.mocked(loadHeads).mockResolvedValue('not-kept')
  expect(await readSentByRuns(place, 0, new Map())).toEqual({ sent: [], extent: 'whole' })
})
