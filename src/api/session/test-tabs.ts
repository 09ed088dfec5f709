/** For tests only: browser tabs of one origin that share locks and messages, each with its own sessionStorage. */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { BroadcastChannel as NodeChannel } from 'node:worker_threads'
import { onTestFinished, vi } from 'vitest'
import { Session } from './session'
import type { RuntimeConfig } from '@/api/config'

type Work = (lock: unknown) => unknown

/** Storage that remembers every value ever written. */
export class MemoryStorage {
  readonly written: string[] = []
  readonly items = new Map<string, string>()

  getItem(key: string): string | null {
    return this.items.get(key) ?? null
  }

  setItem(key: string, value: string): void {
    this.written.push(`${key}=${value}`)
    this.items.set(key, value)
  }

  removeItem(key: string): void {
    this.items.delete(key)
  }
}

/** One tab. `run` executes code inside it. */
export class Tab {
  readonly sessionStorage: MemoryStorage
  readonly channels: NodeChannel[] = []
  readonly waiting: (() => void)[] = []
  isFrozen = false
  isClosed = false
  /** Settles when the tab is closed or reloaded, which stops everything it was doing. */
  readonly closed: Promise<void>
  private readonly settleClosed: () => void
  readonly session: Session

  constructor(config: RuntimeConfig, sessionStorage = new MemoryStorage()) {
    this.sessionStorage = sessionStorage
    let settle = () => {}
    this.closed = new Promise((resolve) => {
      settle = resolve
    })
    this.settleClosed = settle
    this.session = current.run(this, () => new Session(config))
    onTestFinished(() => this.close())
  }

  run<T>(work: (session: Session) => T): T {
    return current.run(this, () => work(this.session))
  }

  get phase(): string {
    return this.session.getState().phase
  }

  /** Delivers messages received while frozen. */
  thaw(): void {
    this.isFrozen = false
    for (const hear of this.waiting.splice(0)) hear()
  }

  /** Reloads the page in the same tab: its storage stays, and everything it was doing stops. */
  reload(config: RuntimeConfig): Tab {
    this.close()
    return new Tab(config, this.sessionStorage)
  }

  close(): void {
    this.isClosed = true
    this.settleClosed()
    for (const channel of this.channels.splice(0)) channel.close()
  }
}

const current = new AsyncLocalStorage<Tab>()
const realFetch = globalThis.fetch
const underWay = new Set<Promise<unknown>>()

function openTab(): Tab | undefined {
  const tab = current.getStore()
  return tab?.isClosed ? undefined : tab
}

class TabBroadcastChannel {
  private readonly channel: NodeChannel

  constructor(name: string) {
    this.channel = new NodeChannel(name)
    this.channel.unref()
    current.getStore()?.channels.push(this.channel)
  }

  addEventListener(_type: 'message', hear: (event: { data: unknown }) => void): void {
    const tab = current.getStore()
    const hearInTab = AsyncResource.bind(hear)
    this.channel.addEventListener('message', (event) => {
      const data: unknown = 'data' in event ? event.data : undefined
      if (tab?.isFrozen) tab.waiting.push(() => hearInTab({ data }))
      else if (!tab?.isClosed) hearInTab({ data })
    })
  }

  postMessage(message: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    if (!current.getStore()?.isClosed) this.channel.postMessage(message)
  }
}

class MemoryLocks {
  private readonly turns = new Map<string, Promise<unknown>>()
  private shared: { name: string; tab: Tab | undefined }[] = []

  request(name: string, ...rest: [Work] | [unknown, Work]): Promise<unknown> {
    const [options, work] = rest.length === 2 ? rest : [undefined, rest[0]]
    if (options !== undefined) {
      this.shared.push({ name, tab: current.getStore() })
      return Promise.resolve(work({ name }))
    }
    const before = this.turns.get(name) ?? Promise.resolve()
    const tab = current.getStore()
    const turn = before
      .catch(() => undefined)
      .then(AsyncResource.bind(() => (tab?.isClosed ? undefined : work({ name }))))
    const end = turn.catch(() => undefined)
    // The browser releases the locks of a closed page.
    this.turns.set(name, tab ? Promise.race([end, tab.closed]) : end)
    return turn
  }

  query() {
    this.shared = this.shared.filter(({ tab }) => !tab?.isClosed)
    return Promise.resolve({ held: this.shared.map(({ name }) => ({ name, mode: 'shared' })) })
  }
}

/** Starts a browser without tabs; returns the storage that all its tabs share. */
export function openBrowser(): { localStorage: MemoryStorage } {
  const localStorage = new MemoryStorage()
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('navigator', { onLine: true, locks: new MemoryLocks() })
  vi.stubGlobal('BroadcastChannel', TabBroadcastChannel)
  // A closed page no longer sends requests.
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    if (current.getStore()?.isClosed) return new Promise(() => {})
    const sent = realFetch(...request)
    underWay.add(sent)
    void sent.catch(() => undefined).finally(() => underWay.delete(sent))
    return sent
  })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => current.getStore()?.sessionStorage.getItem(key) ?? null,
    // A closed page writes nothing either.
    setItem: (key: string, value: string) => openTab()?.sessionStorage.setItem(key, value),
    removeItem: (key: string) => openTab()?.sessionStorage.removeItem(key),
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return { localStorage }
}

const realNow = performance.now.bind(performance)
const realDateNow = Date.now
let passedMs = 0
let wallShiftMs = 0

/** Resolves when the server has handled all requests, including those of closed pages. */
export async function requestsSettled(): Promise<void> {
  await Promise.allSettled(underWay)
}

/** Returns the milliseconds the test let pass; unlike the clocks, independent of the machine's speed. */
export function passedTimeMs(): number {
  return passedMs
}

/** Advances all clocks. */
export function passSeconds(seconds: number): void {
  passedMs += seconds * 1000
  mockClocks()
}

/** Moves the wall clock forward, or back with a negative number; no time passes. */
export function setWallClock(seconds: number): void {
  wallShiftMs += seconds * 1000
  mockClocks()
}

function mockClocks(): void {
  vi.spyOn(performance, 'now').mockImplementation(() => realNow() + passedMs)
  vi.spyOn(Date, 'now').mockImplementation(() => realDateNow() + passedMs + wallShiftMs)
  onTestFinished(() => {
    passedMs = 0
    wallShiftMs = 0
    vi.restoreAllMocks()
  })
}
