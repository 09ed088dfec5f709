import { beforeEach, expect, it, vi } from 'vitest'

/** What the page has sent to its workers. */
const sent: unknown[] = []

beforeEach(() => {
  sent.length = 0
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.stubGlobal('location', { href: 'http://localhost/' })
})

function allowWorkers(): void {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage = (message: unknown) => sent.push(message)
    },
  )
}

it('has one worker read a snapshot ahead, and drop it when the person changes', async () => {
  allowWorkers()
  const { fleetWorker, readSnapshotAhead } = await import('./fleet-worker-start')
  const { forgetPerson } = await import('@/lib/person-change')
  readSnapshotAhead('fleet.ann', 'api 1')
  expect(fleetWorker()).toBe(fleetWorker())
  forgetPerson()
  expect(sent).toEqual([{ readAhead: ['fleet.ann', 'api 1'] }, { readAhead: null }])
  readSnapshotAhead('fleet.bob', 'api 1')
  expect(sent).toHaveLength(3)
})

it('reads no snapshot ahead that was loaded already', async () => {
  allowWorkers()
  const { dropSnapshot, readSnapshotAhead } = await import('./fleet-worker-start')
  dropSnapshot()
  readSnapshotAhead('fleet.ann', 'api 1')
  expect(sent).toEqual([])
})

it('leaves the reading to the page where no worker can be started', async () => {
  const { fleetWorker, readSnapshotAhead } = await import('./fleet-worker-start')
  readSnapshotAhead('fleet.ann', 'api 1')
  expect(fleetWorker).toThrow('worker')
})
