import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endWaits, isElsewhere, takeRunLock, watchElsewhere } from './run-locks'
import { forgetRuns, knownRun, setKnown } from './run-store'
import { newRun } from '@/domain/runs/run-progress'
import { testDocument, testRunPlant } from '@/domain/runs/test-runs'

type Hold = (lock: object | null) => unknown

/** Locks of one browser: a name is free, or held until its holder's promise resolves. */
function stubLocks() {
  const held = new Set<string>()
  const queue = new Map<string, (() => void)[]>()
  const grant = async (name: string, hold: Hold) => {
    held.add(name)
    await hold({ name })
    held.delete(name)
    queue.get(name)?.shift()?.()
  }
  const request = async (name: string, options: { ifAvailable?: boolean }, hold: Hold) => {
    if (!held.has(name)) return grant(name, hold)
    if (options.ifAvailable) return hold(null)
    await new Promise<void>((free) => queue.set(name, [...(queue.get(name) ?? []), free]))
    return grant(name, hold)
  }
  vi.stubGlobal('navigator', { locks: { request } })
}

const place = { username: 'anna', scope: 'api org' }
const run = newRun(testDocument([testRunPlant('p0')]))

beforeEach(() => {
  stubLocks()
  forgetRuns(place)
  setKnown('run-1', { run, hash: '', owner: 'none', isExported: false })
})

afterEach(() => {
  endWaits()
  vi.unstubAllGlobals()
})

it('lets one run go on at a time, and tells which one it is', async () => {
  const release = await takeRunLock(place, 'run-1')
  expect(await takeRunLock(place, 'run-2')).toBe('taken')
  expect(await isElsewhere(place, 'run-1')).toBe(true)
  expect(await isElsewhere(place, 'run-2')).toBe(false)
  if (typeof release === 'function') release()
  await vi.waitFor(async () => expect(await isElsewhere(place, 'run-1')).toBe(false))
  expect(await takeRunLock(place, 'run-2')).toBeTypeOf('function')
})

it('loads a run again once the tab that carried it out is gone', async () => {
  const release = await takeRunLock(place, 'run-1')
  const reload = vi.fn<() => void>()
  watchElsewhere(place, 'run-1', reload)
  expect(knownRun('run-1')?.owner).toBe('elsewhere')
  if (typeof release === 'function') release()
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
})
