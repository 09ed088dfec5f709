import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Where in a page something was found that should be nowhere. */
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

/** Looks through all that a page keeps or has said; begin before anything secret is asked for. */
export class SecretSearch {
  private readonly said: string[] = []
  private readonly page: Page

  constructor(page: Page, context: BrowserContext = page.context()) {
    this.page = page
    context.on('console', (message) => this.said.push(message.text()))
  }

  /** Where any of the texts is. PEM files are looked for by a line of their base64. */
  async find(...secrets: string[]): Promise<Place[]> {
    const needles = secrets.map(needleOf)
    for (const needle of needles) expect(needle.length, 'a secret to look for').toBeGreaterThan(8)
    const inPage = await this.page.evaluate(lookThrough, needles)
    const isSaid = needles.some((needle) => this.said.some((text) => text.includes(needle)))
    return isSaid ? [...inPage, 'console'] : inPage
  }
}

function needleOf(secret: string): string {
  const lines = secret.trim().split('\n')
  return lines[1] ?? secret.trim()
}

/** Runs in the page. */
async function lookThrough(needles: string[]): Promise<Place[]> {
  const has = (root: unknown): boolean => {
    const seen = new WeakSet<object>()
    const waiting: unknown[] = [root]
    for (let looked = 0; waiting.length > 0; looked += 1) {
      if (looked > 3_000_000) throw new Error('more in the page than can be looked through')
      const value = waiting.pop()
      if (typeof value === 'string' && needles.some((needle) => value.includes(needle))) return true
      // What is in the document is looked for there; a component's elements lead to its relatives.
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
    ['components', liveComponents().map((fiber) => keptBy(fiber))],
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

  /** A getter may do anything, so only what is there is read. */
  function membersOf(value: object): unknown[] {
    return Object.values(Object.getOwnPropertyDescriptors(value)).map(
      (member): unknown => member.value,
    )
  }

  /** Hooks, class state, properties and refs; not the tree that they hang in, which is walked by itself. */
  function keptBy({ memoizedProps, memoizedState, ref, stateNode }: Fiber): unknown[] {
    const isClass = typeof stateNode === 'object' && stateNode !== null && 'props' in stateNode
    return [memoizedProps, memoizedState, ref, isClass && 'state' in stateNode && stateNode.state]
  }

  /** What is mounted now; React keeps the rendering before beside it. */
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

  /** The provider's property is the only way to it from outside. */
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
