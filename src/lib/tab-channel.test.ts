import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TabChannel } from './tab-channel'

/** Only the lock features needed here: shared locks are held forever, exclusive ones take turns. */
class MemoryLocks {
  held: { name: string }[] = []
  private turn: Promise<unknown> = Promise.resolve()

  request(name: string, options: unknown, work?: () => unknown): Promise<unknown> {
    if (work) {
      this.held.push({ name })
      return Promise.resolve(work())
    }
    const turn = this.turn.then(() => (options as () => unknown)())
    this.turn = turn.catch(() => undefined)
    return turn
  }

  query() {
    return Promise.resolve({ held: this.held })
  }
}

let locks = new MemoryLocks()
const opened: BroadcastChannel[] = []
const posted = vi.fn<(message: unknown) => void>()

beforeEach(() => {
  locks = new MemoryLocks()
  posted.mockClear()
  vi.stubGlobal('navigator', { locks })
  const Original = BroadcastChannel
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Original {
      constructor(name: string) {
        super(name)
        opened.push(this)
      }

      override postMessage(message: unknown): void {
        posted(message)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
        super.postMessage(message)
      }
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  for (const channel of opened.splice(0)) channel.close()
  vi.unstubAllGlobals()
})

/** Stops time: waits end only when a test advances it, while messages still arrive. */
function stopTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

function openTab(name: string, group = 'tabs') {
  const heard: string[] = []
  const channel = new TabChannel<string>(
    group,
    (message) => heard.push(message),
    () => (name === '' ? undefined : name),
  )
  return { channel, heard }
}

test('delivers a message to the other tabs but not to its sender', async () => {
  const [a, b, c] = [openTab('a'), openTab('b'), openTab('c')]
  a.channel.post('hello')
  await vi.waitFor(() => expect([b.heard, c.heard]).toEqual([['hello'], ['hello']]))
  expect(a.heard).toEqual([])
})

test('does not deliver messages across groups', async () => {
  const [a, other, b] = [openTab('a'), openTab('x', 'others'), openTab('b')]
  a.channel.post('hello')
  await vi.waitFor(() => expect(b.heard).toEqual(['hello']))
  expect(other.heard).toEqual([])
})

test('gets an answer from every other tab; an empty answer counts as one', async () => {
  const asking = openTab('me')
  for (const name of ['a', 'b', '']) openTab(name)
  stopTime()
  expect((await asking.channel.gather()).toSorted()).toEqual(['a', 'b'])
  expect(vi.getTimerCount()).toBe(0)
})

test('keeps the answers to two simultaneous questions apart', async () => {
  const [a, b] = [openTab('a'), openTab('b')]
  const answers = await Promise.all([a, b, a].map(({ channel }) => channel.gather()))
  expect(answers).toEqual([['b'], ['a'], ['b']])
})

test('returns immediately when there are no other tabs', async () => {
  const { channel } = openTab('a')
  stopTime()
  expect(await channel.gather()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('waits half a second for a frozen tab', async () => {
  const [asking] = [openTab('a'), openTab('b')]
  locks.held.push({ name: 'tabs-tab' })
  const answered = new Promise((resolve) => opened[0]?.addEventListener('message', resolve))
  stopTime()
  const gathered = vi.fn<(answers: string[]) => void>()
  const gathering = asking.channel.gather().then(gathered)
  await answered
  await vi.advanceTimersByTimeAsync(499)
  expect(gathered).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await gathering
  expect(gathered).toHaveBeenCalledWith(['b'])
})

test('never runs exclusive work in parallel, continues after a failure and returns the result', async () => {
  const tabs = ['a', 'b', 'c'].map((name) => openTab(name))
  let running = 0
  const results = await Promise.allSettled(
    tabs.map(({ channel }, index) =>
      channel.exclusively(async () => {
        running += 1
        expect(running).toBe(1)
        await Promise.resolve()
        running -= 1
        if (index === 1) throw new Error('failed')
        return index
      }),
    ),
  )
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[2]).toMatchObject({ value: 2 })
})

test.each(['BroadcastChannel', 'navigator'])('works as a single tab without %s', async (name) => {
  vi.stubGlobal(name, undefined)
  const { channel } = openTab('a')
  channel.post('hello')
  expect(await channel.gather()).toEqual([])
  expect(await channel.exclusively(() => Promise.resolve(5))).toBe(5)
})

const refusal = new DOMException('The request was denied.', 'SecurityError')
function denied(): never {
  throw refusal
}

test('works as a single tab where Chromium blocks site data and denies locks', async () => {
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(refusal), query: () => Promise.reject(refusal) },
  })
  const [a, b] = [openTab('a'), openTab('b')]
  expect(await a.channel.gather()).toEqual([])
  expect(await a.channel.exclusively(() => Promise.resolve(5))).toBe(5)
  expect(await b.channel.exclusively(() => Promise.resolve(6))).toBe(6)
  a.channel.post('hello')
  expect(posted).not.toHaveBeenCalled()
})

test.each<[string, () => void]>([
  ['BroadcastChannel', () => vi.stubGlobal('BroadcastChannel', denied)],
  ['locks', () => vi.stubGlobal('navigator', Object.defineProperty({}, 'locks', { get: denied }))],
])('works as a single tab where accessing %s throws', async (_name, block) => {
  block()
  const { channel } = openTab('a')
  channel.post('hello')
  expect(await channel.gather()).toEqual([])
  expect(await channel.exclusively(() => Promise.resolve(5))).toBe(5)
})

test('does not repeat exclusive work that fails', async () => {
  const { channel } = openTab('a')
  let runs = 0
  const failing = channel.exclusively(() => {
    runs += 1
    return Promise.reject(new DOMException('lost', 'SecurityError'))
  })
  await expect(failing).rejects.toThrow('lost')
  expect(runs).toBe(1)
})
