// Fills of the index from a list that changes between its pages: it must never be called complete with a plant missing.
import { expect, it } from 'vitest'
import { FleetIndex } from './fleet-index'
import { encodePlants } from './page-columns'
import { type PassProgress, readPass } from './read-pass'
import { plainPlant } from './test-fleets'
import { readPageMeta } from '@/api/page-meta'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

interface Change {
  /** Number of requests before it. */
  before: number
  kind: 'create' | 'delete' | 'move' | 'replace' | 'fail'
  at: number
  to: number
}

const [limit, concurrency] = [2, 2]

/** A list that changes between the requests for its pages. */
class ChangingList {
  ids: string[]
  /** The list when the latest pass received its first page. */
  atBegin: string[] = []
  private requests = 0
  private created = 0
  private readonly changes: readonly Change[]
  private index: FleetIndex

  constructor(size: number, changes: readonly Change[], index: FleetIndex) {
    this.changes = changes
    this.index = index
    this.ids = Array.from({ length: size }, () => this.newId())
  }

  async fill(progress: PassProgress): Promise<void> {
    await readPass({
      read: async (page) => this.serve(page),
      onPage: (page) => this.index.addPage(page, this.requests),
      progress,
      limit,
      concurrency,
      maxPlants: 1_000,
    })
    this.index.endPass()
  }

  /** Goes on with what the index has stored, as after a reload. Returns the new index. */
  reload(): FleetIndex {
    const { pages, ...rest } = this.index.snapshot()
    const snapshot = structuredClone({ pages: [...pages], ...rest })
    this.index = new FleetIndex()
    runSteps(this.index.restore(snapshot, -1))
    return this.index
  }

  private serve(page: number) {
    for (const change of this.changes) if (change.before === this.requests) this.apply(change)
    this.requests += 1
    if (page === 1) this.atBegin = [...this.ids]
    const rows = this.ids.slice((page - 1) * limit, page * limit)
    const said = { total: this.ids.length, totalPages: Math.ceil(this.ids.length / limit) }
    const plants = rows.map((id) => plainPlant(id))
    return {
      columns: encodePlants(plants, this.requests),
      meta: readPageMeta(said, { page, limit }, rows.length),
      rows: rows.length,
      unreadableRows: 0,
    }
  }

  private newId(): string {
    this.created += 1
    return `plant-${this.created}`
  }

  private apply({ kind, at, to }: Change): void {
    if (kind === 'fail') {
      this.requests += 1
      throw new Error('503')
    }
    if (kind === 'create') return void this.ids.splice(to, 0, this.newId())
    const [taken] = this.ids.splice(at, 1)
    if (taken === undefined) return
    if (kind === 'move') this.ids.splice(to, 0, taken)
    // The total stays the same, so that counting notices nothing.
    if (kind === 'replace') this.ids.splice(to, 0, this.newId())
  }
}

const anyChange = fc.record({
  before: fc.nat(9),
  kind: fc.constantFrom('create', 'delete', 'move', 'replace', 'fail'),
  at: fc.nat(9),
  to: fc.nat(9),
})
const anyList = fc.record({ size: fc.nat(9), changes: fc.array(anyChange, { maxLength: 6 }) })

it('is never complete with a plant missing, whatever happens between the pages', async () => {
  let [proven, skipped, resumed, reloaded] = [0, 0, 0, 0]
  async function check(size: number, changes: readonly Change[]): Promise<void> {
    let index = new FleetIndex()
    const list = new ChangingList(size, changes, index)
    for (let passes = 0; passes < 5; passes += 1) {
      // An interrupted pass is resumed.
      const isEnded = await list.fill(index.beginPass(-1)).then(
        () => true,
        () => false,
      )
      const missing = list.ids.filter((id) => index.columns.find(id) === -1)
      if (missing.length > 0) skipped += 1
      if (!isEnded) resumed += 1
      if (!isEnded && index.snapshot().pass) {
        index = list.reload()
        reloaded += 1
      }
      const { completeness } = index.getState()
      // A pass that was interrupted leaves the verdict on the one before, and that list is gone.
      if (!isEnded || completeness.kind !== 'complete') continue
      proven += 1
      const known = list.atBegin.filter((id) => index.columns.find(id) !== -1)
      expect(known).toEqual(list.atBegin)
    }
  }
  // Three hundred lists for each run.
  const lists = fc.array(anyList, { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(lists, async (some) => {
      for (const { size, changes } of some) await check(size, changes)
    }),
  )
  expect(Math.min(proven, skipped, resumed)).toBeGreaterThan(50)
  expect(reloaded).toBeGreaterThan(20)
})
