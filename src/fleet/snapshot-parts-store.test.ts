import { beforeEach, expect, it, vi } from 'vitest'
import {
  dropSnapshotAhead,
  readSnapshotAhead,
  snapshotVersion,
  takeSnapshot,
} from './snapshot-parts-store'
import { failureOf } from '@/api/test-server'
import { forgetPerson } from '@/lib/person-change'

/** Values of the browser's database by key, and a record of what was done with it. */
let values: Map<string, unknown>
let opened: string[]
let closed: number
let isMissing: boolean

/** A request of the database that succeeds, or fails, once its listeners are there. */
function request(result: unknown, event: 'success' | 'error' = 'success') {
  const made = Object.assign(new EventTarget(), { result, error: new Error('Unreadable.') })
  queueMicrotask(() => made.dispatchEvent(new Event(event)))
  return made
}

beforeEach(() => {
  forgetPerson()
  values = new Map()
  opened = []
  closed = 0
  isMissing = false
  const store = {
    get: (key: unknown[]) => {
      const value = values.get(String(key))
      return value instanceof Error ? request(undefined, 'error') : request(value)
    },
  }
  const database = Object.assign(new EventTarget(), {
    transaction: () => ({ objectStore: () => store }),
    close: () => (closed += 1),
  })
  vi.stubGlobal('indexedDB', {
    open: (name: string, version: number) => {
      opened.push(`${name} ${version}`)
      if (!isMissing) return request(database)
      const opening = new EventTarget()
      // The browser refuses to open a database whose upgrade is aborted.
      const abort = () => queueMicrotask(() => opening.dispatchEvent(new Event('error')))
      queueMicrotask(() => opening.dispatchEvent(new Event('upgradeneeded')))
      return Object.assign(opening, { transaction: { abort }, error: new Error('Aborted.') })
    },
  })
})

function storeParts(scope: string, ...parts: unknown[]): void {
  values.set(`${scope},0`, { parts: parts.length })
  for (const [at, part] of parts.entries()) values.set(`${scope},${at + 1}`, part)
}

const partsOf = async (scope: string) => Promise.all((await takeSnapshot('fleet.ann', scope)).parts)

it('reads a snapshot, and closes the database', async () => {
  storeParts('api', 'one', 'two')
  expect(await partsOf('api')).toEqual(['one', 'two'])
  await vi.waitFor(() => expect(closed).toBe(1))
  expect(opened).toEqual([`fleet.ann ${snapshotVersion}`])
})

it('takes what was read ahead, and reads nothing ahead once it was taken', async () => {
  storeParts('api', 'one')
  readSnapshotAhead('fleet.ann', 'api')
  readSnapshotAhead('fleet.ann', 'api')
  expect(await partsOf('api')).toEqual(['one'])
  readSnapshotAhead('fleet.ann', 'api')
  expect(opened).toHaveLength(1)
})

it('takes nothing that was read for another place, or for someone before', async () => {
  storeParts('api a', 'of a')
  storeParts('api b', 'of b')
  readSnapshotAhead('fleet.ann', 'api a')
  expect(await partsOf('api b')).toEqual(['of b'])
  forgetPerson()
  readSnapshotAhead('fleet.ann', 'api a')
  forgetPerson()
  values.clear()
  expect(await partsOf('api a')).toEqual([])
})

it('reads again after dropping what was read ahead', async () => {
  readSnapshotAhead('fleet.ann', 'api')
  dropSnapshotAhead()
  await partsOf('api')
  expect(opened).toHaveLength(2)
})

it('creates no database, and fails when there is none', async () => {
  isMissing = true
  readSnapshotAhead('fleet.ann', 'api')
  expect(await failureOf(takeSnapshot('fleet.ann', 'api'))).toMatchObject({ message: 'Aborted.' })
})

it('fails with a part, or a head, that can’t be read, and closes the database', async () => {
  storeParts('api', 'one', new Error('damaged'))
  expect(await failureOf(partsOf('api'))).toMatchObject({ message: 'Unreadable.' })
  await vi.waitFor(() => expect(closed).toBe(1))
  values.set('api,0', new Error('damaged'))
  expect(await failureOf(takeSnapshot('fleet.ann', 'api'))).toMatchObject({
    message: 'Unreadable.',
  })
  expect(closed).toBe(2)
})

it.each([undefined, null, 'parts', { parts: 1e9 }, { parts: -1 }, { parts: 1.5 }, { parts: 'x' }])(
  'reads no parts for the head %j',
  async (head) => {
    values.set('api,0', head)
    expect((await takeSnapshot('fleet.ann', 'api')).parts).toEqual([])
  },
)
