import { describe, expect, it } from 'vitest'
import { type Completeness, type Pass, completenessOf, isWorthAnotherPass } from './completeness'
import { fc } from '@/lib/test-properties'

const pass = (ids: string[], more: Partial<Pass> = {}): Pass => ({
  ids: new Set(ids),
  firstTotal: ids.length,
  latestTotal: ids.length,
  unreadableRows: 0,
  repeatedRows: 0,
  beganAtMs: 1_000,
  isEnded: true,
  ...more,
})

describe('completenessOf', () => {
  it.each<[string, Partial<Pass>]>([
    ['reading', { isEnded: false }],
    ['unreadable', { unreadableRows: 1 }],
    ['moved', { repeatedRows: 1 }],
    ['no-total', { firstTotal: undefined }],
    ['no-total', { latestTotal: undefined }],
    ['total-differs', { firstTotal: 3 }],
    ['total-differs', { latestTotal: 1 }],
  ])('is incomplete because of %s for %j', (gap, more) => {
    const latest = pass(['a', 'b'], more)
    expect(completenessOf(latest, pass(['a', 'b']))).toEqual({ kind: 'incomplete', gap })
  })

  it('is probable after a single pass, however well its numbers match', () => {
    expect(completenessOf(pass(['a', 'b']))).toEqual({ kind: 'probable' })
    expect(completenessOf(pass([]))).toEqual({ kind: 'probable' })
  })

  it('is complete when a second pass finds the same plants', () => {
    const latest = pass(['b', 'a'], { beganAtMs: 2_000 })
    expect(completenessOf(latest, pass(['a', 'b']))).toEqual({ kind: 'complete', asOfMs: 2_000 })
    expect(completenessOf(pass(['a', 'c']), pass(['a', 'b']))).toEqual({ kind: 'probable' })
    expect(completenessOf(pass(['a']), pass(['a', 'b']))).toEqual({ kind: 'probable' })
  })

  it('is never complete with a plant missing, whatever happens between the pages', () => {
    let proven = 0
    let skipped = 0
    const change = fc.record({
      before: fc.nat(3),
      kind: fc.constantFrom('create', 'delete', 'move', 'replace'),
      at: fc.nat(9),
      to: fc.nat(9),
    })
    const scenario = fc.record({ size: fc.nat(9), changes: fc.array(change, { maxLength: 6 }) })
    function check(server: ChangingList): void {
      const first = server.readAll()
      if (server.list.some((id) => !first.ids.has(id))) skipped += 1
      const second = server.readAll()
      if (completenessOf(second, first).kind !== 'complete') return
      proven += 1
      expect([...second.ids].toSorted()).toEqual(server.atBegin.toSorted())
    }
    fc.assert(
      fc.property(fc.array(scenario, { minLength: 30, maxLength: 30 }), (scenarios) => {
        for (const { size, changes } of scenarios) check(new ChangingList(size, changes))
      }),
    )
    expect(proven).toBeGreaterThan(100)
    expect(skipped).toBeGreaterThan(100)
  })
})

it.each<[Completeness, boolean]>([
  [{ kind: 'complete', asOfMs: 1 }, false],
  [{ kind: 'probable' }, true],
  [{ kind: 'incomplete', gap: 'moved' }, true],
  [{ kind: 'incomplete', gap: 'total-differs' }, true],
  [{ kind: 'incomplete', gap: 'unreadable' }, false],
  [{ kind: 'incomplete', gap: 'no-total' }, false],
  [{ kind: 'incomplete', gap: 'reading' }, false],
])('for %j, another pass is worth it: %s', (completeness, expected) => {
  expect(isWorthAnotherPass(completeness)).toBe(expected)
})

interface Change {
  before: number
  kind: 'create' | 'delete' | 'move' | 'replace'
  at: number
  to: number
}

/** A list of pages of two that changes between reads. */
class ChangingList {
  list: string[]
  /** The list when the latest pass received its first page. */
  atBegin: string[] = []
  private reads = 0
  private created = 0

  private readonly changes: readonly Change[]

  constructor(size: number, changes: readonly Change[]) {
    this.changes = changes
    this.list = Array.from({ length: size }, () => this.newId())
  }

  readAll(): Pass {
    const ids = new Set<string>()
    let [repeatedRows, firstTotal, latestTotal] = [0, 0, 0]
    for (let page = 0; ; page += 1) {
      for (const change of this.changes) if (change.before === this.reads) this.apply(change)
      this.reads += 1
      const rows = this.list.slice(page * 2, page * 2 + 2)
      latestTotal = this.list.length
      if (page === 0) {
        firstTotal = latestTotal
        this.atBegin = [...this.list]
      }
      for (const id of rows) {
        if (ids.has(id)) repeatedRows += 1
        ids.add(id)
      }
      if (rows.length < 2) break
    }
    return pass([...ids], { firstTotal, latestTotal, repeatedRows })
  }

  private newId(): string {
    this.created += 1
    return `plant-${this.created}`
  }

  private apply({ kind, at, to }: Change): void {
    if (kind === 'create') this.list.splice(to, 0, this.newId())
    const [taken] = kind === 'create' ? [] : this.list.splice(at, 1)
    if (taken === undefined) return
    if (kind === 'move') this.list.splice(to, 0, taken)
    // The total stays the same, so that counting notices nothing.
    if (kind === 'replace') this.list.splice(to, 0, this.newId())
  }
}
