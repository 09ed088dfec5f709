import { beforeEach, describe, expect, it } from 'vitest'
import { FleetIndex } from './fleet-index'
import { encodedPage, plainPlant } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'

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

describe('a pass', () => {
  it('makes plants available from the first page on', () => {
    index.beginPass(never)
    expect(addPage(['a', 'b'], 3)).toBe(2)
    expect(ids()).toEqual(['a', 'b'])
    expect(index.getState()).toMatchObject({ total: 3, plants: 2 })
    expect(verdict()).toEqual({ kind: 'incomplete', gap: 'reading' })
  })

  it('is probable when it ends, and proven by the next one', () => {
    readPass([['a', 'b'], ['c']])
    expect(verdict()).toEqual({ kind: 'probable' })
    readPass([['b', 'a'], ['c']])
    expect(verdict()).toEqual({ kind: 'complete', asOfMs: 1_003 })
  })

  it('notices a plant that moved between two pages', () => {
    readPass([['a', 'b'], ['b']], 2)
    expect(verdict()).toEqual({ kind: 'incomplete', gap: 'moved' })
  })

  it('keeps the verdict of the previous one until it ends', () => {
    readPass([['a']])
    readPass([['a']])
    const proven = verdict()
    index.beginPass(never)
    addPage(['a'], 2)
    expect(verdict()).toEqual(proven)
  })

  it('keeps a plant that it did not find, and removes one that two passes did not find', () => {
    readPass([['a', 'b']])
    readPass([['a']])
    expect(ids()).toEqual(['a', 'b'])
    readPass([['a']])
    expect(ids()).toEqual(['a'])
  })

  it('keeps a plant that was created while it was read, until two later passes miss it', () => {
    readPass([['a']])
    index.beginPass(never)
    addPage(['a'], 1)
    index.put(plainPlant('new'), (clockMs += 1))
    index.endPass()
    readPass([['a']])
    expect(ids()).toEqual(['a', 'new'])
    readPass([['a']])
    expect(ids()).toEqual(['a'])
  })

  it('resumes where it was interrupted, unless that was long ago', () => {
    const progress = index.beginPass(never)
    addPage(['a'], 2)
    progress.done.add(1)
    expect(index.beginPass(1_000)).toBe(progress)
    expect(index.beginPass(Date.now() + 1)).not.toBe(progress)
  })

  it('counts the plants that it finds disconnected', () => {
    readPass([['a', 'b', 'c']])
    expect(index.getState().outage).toBeUndefined()
    readPass([[plainPlant('a', 'a', 'OFFLINE'), 'b', plainPlant('c', 'c', 'UNKNOWN')]])
    expect(index.getState().outage).toEqual({
      connected: 3,
      stopped: 2,
      fromMs: 1_001,
      toMs: 1_002,
    })
  })

  it('counts a plant whose own page has read first that it disconnected', () => {
    readPass([['a', 'b']])
    index.put(plainPlant('a', 'a', 'OFFLINE'), (clockMs += 1))
    readPass([[plainPlant('a', 'a', 'OFFLINE'), 'b']])
    expect(index.getState().outage).toMatchObject({ connected: 2, stopped: 1 })
  })

  it('keeps reporting a wide outage while its plants stay disconnected', () => {
    const names = Array.from({ length: 30 }, (_, at) => `p${at}`)
    const away = names.map((id) => plainPlant(id, id, 'OFFLINE'))
    readPass([names])
    readPass([away])
    readPass([away])
    expect(index.getState().outage).toMatchObject({ connected: 30, stopped: 30, toMs: 1_002 })
    readPass([names])
    expect(index.getState().outage).toMatchObject({ connected: 0, stopped: 0 })
  })

  it('reports a list that is too long', () => {
    index.beginPass(never)
    addPage(['a'], 500)
    index.exceedLimit()
    expect(index.getState()).toMatchObject({ isOverLimit: true, total: 500 })
    readPass([['a']])
    expect(index.getState().isOverLimit).toBe(false)
  })
})

describe('readings of single plants', () => {
  it('lower the total when one shows that its plant is gone', () => {
    readPass([['a', 'b']])
    index.remove('a', clockMs)
    expect(index.getState()).toMatchObject({ plants: 1, total: 1 })
    readPass([['b', 'c']], 2)
    index.put(plainPlant('d'), clockMs)
    index.remove('d', clockMs)
    expect(index.getState()).toMatchObject({ plants: 2, total: 2 })
  })

  it('update the index, and remove plants that are gone', () => {
    readPass([['a', 'b']])
    index.put(plainPlant('a', 'renamed'), clockMs)
    index.remove('b', clockMs)
    expect(ids()).toEqual(['a'])
    expect(index.columns.plantAt(0).name).toBe('renamed')
  })

  it('are not undone by a page that was requested before', () => {
    readPass([['a', 'b']])
    index.beginPass(never)
    const requested = encodedPage([plainPlant('a'), plainPlant('b')], 2, clockMs)
    index.put(plainPlant('a', 'renamed'), clockMs + 10)
    index.remove('b', clockMs + 10)
    expect(index.addPage(requested, clockMs + 20)).toBe(1)
    expect(ids()).toEqual(['a'])
    expect(index.columns.plantAt(0).name).toBe('renamed')
    expect(index.columns.segments.size).toBe(1)
    index.addPage(encodedPage([plainPlant('b')], 2, clockMs + 30), clockMs + 40)
    expect(ids()).toEqual(['a', 'b'])
  })

  it('add nothing before the first page', () => {
    index.put(plainPlant('a'), clockMs)
    expect(ids()).toEqual([])
  })
})

it('keeps its orders up to date', () => {
  readPass([['b', 'a']])
  const order = index.orderOf({ key: 'name', isDescending: false })
  for (const _step of order.settle());
  readPass([['b', plainPlant('a', 'zz')]])
  expect(order.pending).toBe(1)
  for (const _step of order.settle());
  expect(Array.from(order.now(), (row) => index.columns.idOf(row))).toEqual(['b', 'a'])
  expect(index.orderOf({ key: 'name', isDescending: false })).toBe(order)
})

it('notifies its subscribers, and forgets everything when it is cleared', () => {
  let calls = 0
  const unsubscribe = index.subscribe(() => {
    calls += 1
  })
  readPass([['a']])
  index.clear()
  expect(calls).toBe(3)
  expect(ids()).toEqual([])
  expect(index.getState().total).toBeUndefined()
  unsubscribe()
  readPass([['a']])
  expect(calls).toBe(3)
  expect(verdict()).toEqual({ kind: 'probable' })
})
