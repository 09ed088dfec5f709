import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { changeWorklist, openWorklist, worklistNow } from './worklist'
import { loadEntries, saveChanges } from './worklist-store'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { forgetPerson } from '@/lib/person-change'

vi.mock('./worklist-store', () => ({ loadEntries: vi.fn(), saveChanges: vi.fn() }))

// Tabs need Web Locks to hear of each other.
vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => {}) } })

const place = { username: 'ann', scope: 'api Demo' }
const entryOf = (plantId: string): WorklistEntry => ({
  plantId,
  name: plantId,
  serialNumber: plantId,
  place: 1,
  before: {},
})
const [a, b] = [entryOf('a'), entryOf('b')]
const ids = () => worklistNow().entries.map(({ plantId }) => plantId)

function browserKeeps(...entries: WorklistEntry[]): void {
  vi.mocked(loadEntries).mockResolvedValue({ entries, dropped: 0 })
  vi.mocked(saveChanges).mockResolvedValue()
}

afterEach(() => {
  forgetPerson()
  vi.clearAllMocks()
})

it('changes a list only after it was loaded, and stores the difference', async () => {
  browserKeeps(a)
  const loading = openWorklist(place)
  const changing = changeWorklist((entries) => [...entries, b])
  expect(ids()).toEqual([])
  await Promise.all([loading, changing])
  expect(ids()).toEqual(['a', 'b'])
  expect(saveChanges).toHaveBeenCalledExactlyOnceWith(place, {
    added: [b],
    changed: [],
    removed: [],
  })
  const later = { ...b, name: 'B' }
  await changeWorklist(() => [later])
  expect(saveChanges).toHaveBeenLastCalledWith(place, {
    added: [],
    changed: [later],
    removed: ['a'],
  })
})

it('stores nothing when nothing has changed', async () => {
  browserKeeps(a)
  await openWorklist(place)
  await changeWorklist((entries) => [...entries])
  expect(saveChanges).not.toHaveBeenCalled()
})

it('shows nothing of another user, even when their list arrives late', async () => {
  browserKeeps(a)
  const loading = openWorklist(place)
  forgetPerson()
  await loading
  expect(ids()).toEqual([])
  browserKeeps()
  await openWorklist({ ...place, username: 'bob' })
  expect(ids()).toEqual([])
  await openWorklist({ ...place, scope: 'api Other' })
  expect(loadEntries).toHaveBeenLastCalledWith({ ...place, scope: 'api Other' })
})

it('reloads the list after another tab has stored it', async () => {
  browserKeeps()
  await openWorklist(place)
  const other = new BroadcastChannel('plantdeck.worklist')
  onTestFinished(() => other.close())
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
  const tell = (message: unknown) => other.postMessage({ kind: 'message', message })
  browserKeeps(a)
  tell({ ...place, username: 'bob' })
  tell(place)
  await vi.waitFor(() => expect(ids()).toEqual(['a']))
  expect(loadEntries).toHaveBeenCalledTimes(2)
})

it('notifies other tabs after storing, but not after loading', async () => {
  const heard: unknown[] = []
  const other = new BroadcastChannel('plantdeck.worklist')
  onTestFinished(() => other.close())
  other.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard.push(data))
  browserKeeps()
  await openWorklist(place)
  await changeWorklist(() => [a])
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'message', message: place }]))
})

it('drops a change that was meant for the previous user', async () => {
  browserKeeps()
  await openWorklist(place)
  const changing = changeWorklist(() => [a])
  forgetPerson()
  await changing
  expect(ids()).toEqual([])
  expect(saveChanges).not.toHaveBeenCalled()
})

it('keeps the list until the page is closed when the browser stores nothing', async () => {
  vi.mocked(loadEntries).mockRejectedValue(new Error('blocked'))
  vi.mocked(saveChanges).mockRejectedValue(new Error('blocked'))
  await openWorklist(place)
  expect(worklistNow()).toEqual({ entries: [], isKept: false, dropped: 0 })
  await changeWorklist(() => [a])
  expect(worklistNow()).toEqual({ entries: [a], isKept: false, dropped: 0 })
  await openWorklist(place)
  expect(ids()).toEqual(['a'])
})

it('remembers that it lost an entry when the list is loaded again', async () => {
  browserKeeps(a)
  vi.mocked(loadEntries).mockResolvedValueOnce({ entries: [a], dropped: 1 })
  await openWorklist(place)
  await openWorklist(place)
  expect(worklistNow()).toEqual({ entries: [a], isKept: true, dropped: 1 })
})

it('continues after a change that failed', async () => {
  browserKeeps()
  await openWorklist(place)
  const failing = changeWorklist(() => {
    throw new Error('odd')
  })
  await expect(failing).rejects.toThrow('odd')
  await changeWorklist(() => [a])
  expect(ids()).toEqual(['a'])
})
