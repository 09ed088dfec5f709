import { beforeEach, describe, expect, it } from 'vitest'
import { FleetIndex } from './fleet-index'
import { encodedPage, plainPlant, snapshotOf } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { runSteps } from '@/lib/run-steps'

let index = new FleetIndex()
let clockMs = 1_000
const never = 0
const ids = () => {
  const { columns } = index
  const rows = Array.from({ length: columns.end }, (_, row) => row)
  return rows.filter((row) => columns.alive[row] === 1).map((row) => columns.idOf(row))
}
const verdict = () => index.getState().completeness

function addPage(rows: (string | Plant)[], total: number): number {
  clockMs += 1
  return index.addPage(encodedPage(rows, total, clockMs), clockMs)
}

function readPass(pages: (string | Plant)[][], total = pages.flat().length): void {
  index.beginPass(never)
  for (const rows of pages) addPage(rows, total)
  index.endPass()
}

beforeEach(() => {
  index = new FleetIndex()
  clockMs = 1_000
})

describe('a snapshot', () => {
  it('is available immediately, and marked until a pass has read the whole list again', () => {
    runSteps(
      index.restore({ pages: snapshotOf([plainPlant('a'), plainPlant('b')], 500), total: 2 }),
    )
    expect(index.getState()).toMatchObject({ isFromSnapshot: true, plants: 2, total: 2 })
    expect(verdict()).toEqual({ kind: 'incomplete', gap: 'reading' })
    index.beginPass(never)
    addPage(['a'], 2)
    expect(index.getState().isFromSnapshot).toBe(true)
    expect(ids()).toEqual(['a', 'b'])
    addPage(['b'], 2)
    index.endPass()
    expect(index.getState().isFromSnapshot).toBe(false)
  })

  it('brings back a wide outage, until half of its plants are connected again', () => {
    const names = Array.from({ length: 30 }, (_, at) => `p${at}`)
    const away = names.map((id) => plainPlant(id, id, 'OFFLINE'))
    const outage = { connected: 30, stopped: 30, fromMs: 400, toMs: 500 }
    runSteps(index.restore({ pages: snapshotOf(away, 500), total: 30, outage }))
    expect(index.getState().outage).toEqual(outage)
    readPass([away])
    readPass([away])
    expect(index.getState().outage).toEqual(outage)
    readPass([names])
    expect(index.getState().outage).not.toEqual(outage)
  })

  /** Returns an index that has restored what this one stored of its first page at a time. */
  function restoredSince(resumableSinceMs: number, lateMs = 0) {
    const { pages, ...rest } = index.snapshot()
    const copy = new FleetIndex()
    const snapshot = structuredClone({ pages: [...pages], ...rest })
    if (snapshot.pass) snapshot.pass.startedAtMs += lateMs
    runSteps(copy.restore(snapshot, resumableSinceMs))
    return copy
  }

  it('of a list that was read in part resumes its pass, unless that began long ago', () => {
    index.beginPass(never)
    addPage(['a', plainPlant('b', 'b', 'OFFLINE')], 4)
    const { startedAtMs = 0 } = index.snapshot().pass ?? {}
    const copy = restoredSince(startedAtMs)
    expect(copy.getState()).toMatchObject({ plants: 2, total: 4, isFromSnapshot: false })
    const later = encodedPage([plainPlant('b'), plainPlant('c')], 4, clockMs)
    expect(copy.beginPass(never)).toEqual(index.beginPass(never))
    expect(copy.addPage(later, clockMs)).toBe(1)
    expect(copy.snapshot().pass).toMatchObject({ plants: 3, repeatedRows: 1, connectedNow: 3 })
    const saved = { plants: 2, isFromSnapshot: true }
    expect(restoredSince(startedAtMs + 1).getState()).toMatchObject(saved)
    expect(restoredSince(startedAtMs, 100_000).getState()).toMatchObject(saved)
    const late = restoredSince(startedAtMs)
    late.beginPass(startedAtMs + 1)
    expect(late.getState()).toMatchObject(saved)
  })

  it('of a part keeps the mark of plants that are from an earlier visit', () => {
    runSteps(index.restore({ pages: snapshotOf([plainPlant('old')], 500), total: 1 }))
    index.beginPass(never)
    addPage(['a', 'b'], 2)
    index.remove('b', clockMs)
    expect(restoredSince(never).getState()).toMatchObject({ plants: 2, isFromSnapshot: true })
    index.endPass()
    expect(index.snapshot().pass).toBeUndefined()
  })

  it('is ignored when the list itself was faster', () => {
    readPass([['a']])
    runSteps(index.restore({ pages: snapshotOf([plainPlant('b')], 500), total: 1 }))
    expect(ids()).toEqual(['a'])
  })
})
