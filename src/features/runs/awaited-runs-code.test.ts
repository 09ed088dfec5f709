import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readAwaitedRuns } from './awaited-runs-code'
import { type RunHead, loadHeads, loadRun } from './run-journal'
import { newRun } from '@/domain/runs/run-progress'
import { after, testDocument, testRunPlant } from '@/domain/runs/test-runs'

vi.mock('./run-journal')

const place = { username: 'anna', scope: 'api org' }
const run = after(newRun(testDocument([testRunPlant('p0')])), 0, { kind: 'start' })
const headOf = (id: string): RunHead => ({
  id,
  hash: '',
  createdAtMs: 0,
  action: run.document.action,
  note: '',
  plants: 1,
  progress: run.progress,
  counts: { waiting: 1 },
  isExported: false,
})
const heads = (count: number) => Array.from({ length: count }, (_, at) => headOf(`run-${at}`))

beforeEach(() => {
  vi.mocked(loadRun).mockImplementation(async (_, id) => ({ head: headOf(id), run }))
})

afterEach(() => {
  vi.resetAllMocks()
})

const unreadOf = async (given: Awaited<ReturnType<typeof loadHeads>>) => {
  vi.mocked(loadHeads).mockResolvedValue(given)
  return (await readAwaitedRuns(place, 0)).unreadRuns
}

it('counts the runs beyond the limit', async () => {
  expect(await unreadOf(heads(20))).toBe(0)
  expect(await unreadOf(heads(23))).toBe(3)
  expect(loadRun).toHaveBeenCalledTimes(40)
})

it('counts a run that can’t be read, and reads the others', async () => {
  vi.mocked(loadRun).mockRejectedValueOnce(new Error('damaged'))
  expect(await unreadOf(heads(3))).toBe(1)
})

it('tells unreadable runs from a browser that stores none', async () => {
  expect(await unreadOf('unreadable')).toBe('all')
  expect(await unreadOf('not-kept')).toBe(0)
})
