import { describe, expect, it } from 'vitest'
import {
  type Completeness,
  type Pass,
  completenessOf,
  isPartRead,
  isStillReading,
  isWorthAnotherPass,
} from './completeness'

const pass = (plants: number, more: Partial<Pass> = {}): Pass => ({
  plants,
  newPlants: plants,
  firstTotal: plants,
  latestTotal: plants,
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
    const latest = pass(2, { newPlants: 0, ...more })
    expect(completenessOf(latest, pass(2))).toEqual({ kind: 'incomplete', gap })
  })

  it('is probable after a single pass, however well its numbers match', () => {
    expect(completenessOf(pass(2))).toEqual({ kind: 'probable' })
    expect(completenessOf(pass(0))).toEqual({ kind: 'probable' })
  })

  it('is complete when a second pass finds the same plants', () => {
    const latest = pass(2, { newPlants: 0, beganAtMs: 2_000 })
    expect(completenessOf(latest, pass(2))).toEqual({ kind: 'complete', asOfMs: 2_000 })
    expect(completenessOf(pass(2, { newPlants: 1 }), pass(2))).toEqual({ kind: 'probable' })
    expect(completenessOf(pass(1, { newPlants: 0 }), pass(2))).toEqual({ kind: 'probable' })
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

it('is still being read only before the first pass has ended', () => {
  expect(isStillReading(completenessOf(pass(3, { isEnded: false })))).toBe(true)
  expect(isStillReading(completenessOf(pass(3, { unreadableRows: 1 })))).toBe(false)
  expect(isStillReading(completenessOf(pass(3)))).toBe(false)
})

it('takes only a first reading under way for a part of the fleet', () => {
  const reading = { kind: 'incomplete', gap: 'reading' } as const
  expect(isPartRead({ completeness: reading, isFromSnapshot: false })).toBe(true)
  expect(isPartRead({ completeness: reading, isFromSnapshot: true })).toBe(false)
  expect(isPartRead({ completeness: { kind: 'probable' }, isFromSnapshot: false })).toBe(false)
})
