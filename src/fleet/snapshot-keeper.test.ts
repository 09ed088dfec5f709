import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FleetIndex } from './fleet-index'
import { SnapshotKeeper } from './snapshot-keeper'
import type {
  forgetPass as forget,
  removeSnapshots as remove,
  saveSnapshot as save,
} from './snapshot-store'
import { encodedPage, nowMs, plainPlant } from './test-fleets'
import { minuteMs, secondMs } from '@/lib/instants'

const saveSnapshot = vi.hoisted(() => vi.fn<typeof save>())
const forgetPass = vi.hoisted(() => vi.fn<typeof forget>())
const removeSnapshots = vi.hoisted(() => vi.fn<typeof remove>())
vi.mock(import('./snapshot-store'), () => ({ saveSnapshot, forgetPass, removeSnapshots }))

const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const place = { username: 'ann', scope: 'api' }

beforeEach(() => {
  for (const mock of [saveSnapshot, forgetPass, removeSnapshots])
    mock.mockReset().mockResolvedValue()
  vi.stubGlobal('document', document)
  document.visibilityState = 'visible'
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const index = new FleetIndex()
  index.beginPass(-1)
  const leave = new AbortController()
  const keeper = new SnapshotKeeper(index, place, leave.signal)
  const addPage = (...ids: string[]) => {
    index.addPage(encodedPage(ids, 9, nowMs), nowMs)
    keeper.onPage()
  }
  const plantsOf = (nth: number) =>
    saveSnapshot.mock.calls[nth]?.[1].pages.reduce((sum, { rows }) => sum + rows, 0)
  return { index, keeper, addPage, plantsOf, leave }
}

test('stores a first pass once a minute, with what it has read', async () => {
  const { addPage, plantsOf } = start()
  addPage('a')
  vi.advanceTimersByTime(59 * secondMs)
  addPage('b')
  vi.advanceTimersByTime(secondMs)
  expect(saveSnapshot).not.toHaveBeenCalled()
  addPage('c')
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  addPage('d')
  expect(plantsOf(0)).toBe(3)
  expect(saveSnapshot.mock.calls[0]?.[1].pass).toMatchObject({ plants: 3, firstTotal: 9 })
})

test('stores the whole fleet after a part that is still being stored', async () => {
  const { index, keeper, addPage, plantsOf } = start()
  let finish = (): void => undefined
  saveSnapshot.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)))
  addPage('a')
  keeper.keepProgress()
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  addPage('b')
  index.endPass()
  const kept = keeper.keep()
  finish()
  await kept
  expect([plantsOf(0), plantsOf(1)]).toEqual([1, 2])
  expect(saveSnapshot.mock.lastCall?.[1].pass).toBeUndefined()
})

test('stores no part of a later pass, nothing twice, and nothing for a user who has left', async () => {
  const { index, keeper, addPage, leave } = start()
  addPage('a')
  keeper.keepProgress()
  keeper.keepProgress()
  addPage('b')
  keeper.keepProgress()
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  index.endPass()
  index.beginPass(-1)
  vi.advanceTimersByTime(minuteMs)
  addPage('a')
  leave.abort()
  await keeper.keep()
  expect(saveSnapshot).toHaveBeenCalledOnce()
})

test('goes on when the browser stores nothing', async () => {
  const { keeper, addPage } = start()
  saveSnapshot.mockRejectedValueOnce(new Error('full'))
  addPage('a')
  await keeper.keep()
  await keeper.keep()
  expect(saveSnapshot).toHaveBeenCalledTimes(2)
})

test('stores a first pass when the tab is hidden, but not over and over', async () => {
  const { addPage, plantsOf, leave } = start()
  const hide = () => {
    document.visibilityState = 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
  }
  hide()
  addPage('a')
  hide()
  expect(saveSnapshot).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10 * secondMs)
  hide()
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  expect(plantsOf(0)).toBe(1)
  addPage('b')
  hide()
  vi.advanceTimersByTime(10 * secondMs)
  leave.abort()
  hide()
  await Promise.resolve()
  expect(saveSnapshot).toHaveBeenCalledOnce()
})

test('lets no pass be resumed that would bring back what was changed or deleted since', async () => {
  const { index, keeper, addPage } = start()
  addPage('a', 'b')
  keeper.keepProgress()
  index.put(plainPlant('a'), nowMs + 1)
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledOnce())
  expect(forgetPass).not.toHaveBeenCalled()
  index.put(plainPlant('a', 'renamed'), nowMs + 2)
  await vi.waitFor(() => expect(forgetPass).toHaveBeenCalledExactlyOnceWith(place))
  index.remove('b', nowMs + 3)
  await keeper.keep()
  index.remove('a', nowMs + 4)
  await vi.waitFor(() => expect(forgetPass).toHaveBeenCalledTimes(2))
  index.endPass()
  await keeper.keep()
  addPage('c')
  index.put(plainPlant('c', 'renamed'), nowMs + 5)
  await keeper.drop()
  expect(forgetPass).toHaveBeenCalledTimes(2)
  expect(removeSnapshots).toHaveBeenCalledExactlyOnceWith(place)
})
