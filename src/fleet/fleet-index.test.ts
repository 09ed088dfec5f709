import { beforeEach, describe, expect, it } from 'vitest'
import { createFleetIndex } from './fleet-index'
import type { WalkedPage } from '@/api/plant-pages'
import type { Plant } from '@/api/plant-schemas'

const plant = (id: string, name = id) => ({ id, name }) as Plant
const page = (ids: string[], total: number): WalkedPage => ({
  plants: ids.map((id) => plant(id)),
  seen: ids.length,
  total,
  statedTotal: total,
  unreadableRows: 0,
  repeatedRows: 0,
})

let index = createFleetIndex()
const ids = () => [...index.getState().plants.keys()]
const verdict = () => index.getState().completeness

function readPass(pages: string[][], total = pages.flat().length): void {
  index.beginPass()
  for (const [at, rows] of pages.entries()) index.addPage(page(rows, total), 1_000 + at)
  index.endPass()
}

beforeEach(() => {
  index = createFleetIndex()
})

describe('a pass', () => {
  it('makes plants available from the first page on', () => {
    index.beginPass()
    index.addPage(page(['a', 'b'], 3), 1_000)
    expect(ids()).toEqual(['a', 'b'])
    expect(index.getState().total).toBe(3)
    expect(verdict()).toEqual({ kind: 'incomplete', gap: 'reading' })
  })

  it('is probable when it ends, and proven by the next one', () => {
    readPass([['a', 'b'], ['c']])
    expect(verdict()).toEqual({ kind: 'probable' })
    readPass([['a', 'b'], ['c']])
    expect(verdict()).toEqual({ kind: 'complete', asOfMs: 1_000 })
  })

  it('keeps the verdict of the previous one until it ends', () => {
    readPass([['a']])
    readPass([['a']])
    index.beginPass()
    index.addPage(page(['a'], 2), 5_000)
    expect(verdict()).toEqual({ kind: 'complete', asOfMs: 1_000 })
  })

  it('keeps a plant that it did not find, and removes one that two passes did not find', () => {
    readPass([['a', 'b']])
    readPass([['a']])
    expect(ids()).toEqual(['a', 'b'])
    readPass([['a']])
    expect(ids()).toEqual(['a'])
  })

  it('proves nothing when it was broken off', () => {
    readPass([['a']])
    index.beginPass()
    index.addPage(page(['a'], 1), 2_000)
    index.beginPass()
    index.endPass()
    expect(verdict()).toEqual({ kind: 'incomplete', gap: 'no-total' })
  })
})

describe('readings of single plants', () => {
  it('update the index, and remove plants that are gone', () => {
    readPass([['a', 'b']])
    index.put(plant('a', 'renamed'))
    index.remove('b')
    expect([...index.getState().plants.values()]).toEqual([plant('a', 'renamed')])
  })

  it('add nothing before the first page', () => {
    index.put(plant('a'))
    expect(ids()).toEqual([])
  })
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
