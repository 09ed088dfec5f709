import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { searchHeap } from './heap-snapshot'

/** Place in a page where a secret was found. */
type Place =
  | 'localStorage'
  | 'sessionStorage'
  | 'IndexedDB'
  | 'address'
  | 'title'
  | 'document'
  | 'queries'
  | 'mutations'
  | 'components'
  | 'console'

/** Searches everything that a page stores or has logged. Create it before the page requests a secret. */
export class SecretSearch {
  private readonly logged: string[] = []
  private readonly page: Page

  constructor(page: Page, context: BrowserContext = page.context()) {
    this.page = page
    context.on('console', (message) => this.logged.push(message.text()))
  }

  /** Returns the places that contain any of the secrets. A PEM file is found by a line of its base64. */
  async find(...secrets: string[]): Promise<Place[]> {
    const needles = needlesOf(secrets)
    const inPage = await this.page.evaluate(searchPage, needles)
    const isLogged = needles.some((needle) => this.logged.some((text) => text.includes(needle)))
    return isLogged ? [...inPage, 'console'] : inPage
  }

  /**
   * Returns how each text with any of the secrets can be reached in the page's memory, without garbage. Chromium only.
   * Call it before `find` and before other code that sends a secret into the page, where it would be found.
   */
  findInMemory(...secrets: string[]): Promise<string[]> {
    return searchHeap(this.page, needlesOf(secrets))
  }
}

function needlesOf(secrets: readonly string[]): string[] {
  const needles = secrets.map(needleOf)
  for (const needle of needles) expect(needle.length, 'a secret to look for').toBeGreaterThan(8)
  return needles
}

function needleOf(secret: string): string {
  const lines = secret.trim().split('\n')
  return lines[1] ?? secret.trim()
}

/** Runs in the page. */
async function searchPage(needles: string[]): Promise<Place[]> {
  const has = (root: unknown): boolean => {
    const seen = new WeakSet<object>()
    const waiting: unknown[] = [root]
    for (let visited = 0; waiting.length > 0; visited += 1) {
      if (visited > 3_000_000) throw new Error('the page has too many values to search')
      const value = waiting.pop()
      if (typeof value === 'string' && needles.some((needle) => value.includes(needle))) return true
      // The document is searched separately, and a component's elements lead to other components.
      if (typeof value !== 'object' || value === null || value instanceof EventTarget) continue
      if (seen.has(value)) continue
      seen.add(value)
      if (value instanceof Map || value instanceof Set) waiting.push(...value)
      else waiting.push(...Object.keys(value), ...membersOf(value))
    }
    return false
  }
  const client = queryClient()
  const places: [Place, unknown][] = [
    ['localStorage', Object.entries(localStorage)],
    ['sessionStorage', Object.entries(sessionStorage)],
    ['IndexedDB', await allRecords()],
    ['address', [location.href, JSON.stringify(history.state)]],
    ['title', document.title],
    ['document', document.documentElement.outerHTML],
    ['document', [...document.querySelectorAll('input, textarea')].map((field) => valueOf(field))],
    [
      'queries',
      client
        .getQueryCache()
        .getAll()
        .map(({ state, queryKey }) => [state, queryKey]),
    ],
    [
      'mutations',
      client
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ],
    ['components', liveComponents().map((fiber) => valuesOf(fiber))],
  ]
  return places.filter(([, value]) => has(value)).map(([place]) => place)

  function valueOf(field: Element): string {
    return 'value' in field ? String(field.value) : ''
  }

  interface Cache {
    getAll: () => { state: unknown; queryKey?: unknown }[]
  }
  interface Client {
    getQueryCache: () => Cache
    getMutationCache: () => Cache
  }
  interface Fiber {
    memoizedProps: { client?: Client } | null
    memoizedState: unknown
    ref: unknown
    stateNode: unknown
    child: Fiber | null
    sibling: Fiber | null
  }

  /** Returns an object's own values without calling its getters, which may have side effects. */
  function membersOf(value: object): unknown[] {
    return Object.values(Object.getOwnPropertyDescriptors(value)).map(
      (member): unknown => member.value,
    )
  }

  /** Returns a component's hooks, class state, props and refs, without its relatives in the tree. */
  function valuesOf({ memoizedProps, memoizedState, ref, stateNode }: Fiber): unknown[] {
    const isClass = typeof stateNode === 'object' && stateNode !== null && 'props' in stateNode
    return [memoizedProps, memoizedState, ref, isClass && 'state' in stateNode && stateNode.state]
  }

  /** Returns the mounted components. React also keeps those of the previous rendering, which don't count. */
  function liveComponents(): Fiber[] {
    const root = document.querySelector('#root')
    const entry = Object.entries(root ?? {}).find(([key]) => key.startsWith('__reactContainer'))
    const first = entry?.[1] as { stateNode: { current: Fiber } } | undefined
    const waiting = [first?.stateNode.current]
    const found: Fiber[] = []
    while (waiting.length > 0) {
      const fiber = waiting.pop()
      if (!fiber) continue
      found.push(fiber)
      waiting.push(fiber.sibling ?? undefined, fiber.child ?? undefined)
    }
    return found
  }

  /** Returns the QueryClient, which can be reached from outside only through its provider's props. */
  function queryClient(): Client {
    for (const { memoizedProps } of liveComponents()) {
      const found = memoizedProps?.client
      if (found && 'getMutationCache' in found) return found
    }
    throw new Error('no QueryClient in the page')
  }

  async function allRecords(): Promise<unknown[]> {
    const records: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await settled(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        records.push(await settled(database.transaction(store).objectStore(store).getAll()))
      }
      database.close()
    }
    return records
  }

  function settled<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
    })
  }
}
