import { describe, expect, it } from 'vitest'
import type { Population } from './run-document'
import { LimitCounter, allowedOf, limitValues } from './run-limits'
import { testDocument, testRunPlant } from './test-runs'
import { fc } from '@/lib/test-properties'

/** Returns a document with limits of some percent, and plants with these values. */
const limited = (
  limits: [attribute: string, percent: number][],
  values: string[][][],
  populations: Population[] = [],
) =>
  testDocument(
    values.map((of, at) => testRunPlant(`p${at}`, { values: of })),
    { limits: limits.map(([attribute, percent]) => ({ attribute, percent })) },
    { populations },
  )

describe('allowedOf', () => {
  it('is the share, rounded down, and at least one', () => {
    expect([allowedOf(10, 100), allowedOf(10, 19), allowedOf(1, 3)]).toEqual([10, 1, 1])
    expect(allowedOf(100, 7)).toBe(7)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9_999 }), (k, n) => {
        expect(allowedOf(k, n)).toBeGreaterThanOrEqual(1)
        expect(allowedOf(k, n)).toBeLessThanOrEqual(Math.max(1, (n * k) / 100))
      }),
    )
  })
})

describe('LimitCounter', () => {
  it('has room for everything without limits', () => {
    const counter = new LimitCounter(limited([], [[], []]), [0])
    expect([counter.hasRoomFor(0), counter.hasRoomFor(1)]).toEqual([true, true])
    expect(counter.usesOf(0)).toEqual([])
  })

  it('counts against the whole fleet, not the plants of the run', () => {
    const document = limited(
      [['organization', 50]],
      [[['o']], [['o']], [['o']]],
      [{ attribute: 'organization', value: 'o', plants: 4 }],
    )
    expect(new LimitCounter(document, [0]).hasRoomFor(1)).toBe(true)
    expect(new LimitCounter(document, [0, 1]).hasRoomFor(2)).toBe(false)
    expect(new LimitCounter(document, [0, 1]).usesOf(2)).toEqual([
      { attribute: 'organization', value: 'o', inFlight: 2, allowed: 2 },
    ])
  })

  it('takes the plants of the run when the fleet’s number is missing or too small', () => {
    const values = [[['o']], [['o']], [['o']], [['o']]]
    const without = limited([['organization', 50]], values)
    expect(new LimitCounter(without, []).usesOf(0)[0]?.allowed).toBe(2)
    const population = { attribute: 'organization', value: 'o', plants: 1 }
    const small = limited([['organization', 50]], values, [population])
    expect(new LimitCounter(small, []).usesOf(0)[0]?.allowed).toBe(2)
  })

  it('always has room for one plant when none is in flight', () => {
    const document = limited([['type', 1]], [[['T']], [['T']]])
    expect(new LimitCounter(document, []).hasRoomFor(0)).toBe(true)
    expect(new LimitCounter(document, [0]).hasRoomFor(1)).toBe(false)
  })

  it('keeps every limit, and that of each group', () => {
    const document = limited(
      [
        ['group', 1],
        ['type', 100],
      ],
      [
        [['g', 'h'], ['T']],
        [['h'], ['T']],
        [['i'], ['T']],
      ],
    )
    const counter = new LimitCounter(document, [0])
    expect([counter.hasRoomFor(1), counter.hasRoomFor(2)]).toEqual([false, true])
    counter.add(2)
    expect(counter.hasRoomFor(2)).toBe(false)
  })

  it('counts a plant once for a value that it lists twice, and apart for limits of one attribute', () => {
    const document = limited(
      [
        ['group', 100],
        ['group', 50],
      ],
      [
        [['g', 'g'], ['g']],
        [['g'], ['g']],
      ],
    )
    expect(new LimitCounter(document, [0]).usesOf(0)).toEqual([
      { attribute: 'group', value: 'g', inFlight: 1, allowed: 2 },
      { attribute: 'group', value: 'g', inFlight: 1, allowed: 1 },
    ])
  })

  it('tells values apart that contain line breaks, and takes names of the prototype as values', () => {
    const document = limited(
      [
        ['meta.a', 1],
        ['meta.a\nb', 1],
      ],
      [
        [['b\nc'], ['x']],
        [['y'], ['c']],
        [['__proto__'], ['constructor']],
      ],
    )
    const counter = new LimitCounter(document, [0])
    expect([counter.hasRoomFor(1), counter.hasRoomFor(2)]).toEqual([true, true])
    counter.add(2)
    expect(counter.hasRoomFor(2)).toBe(false)
  })
})

it('lists the values of each limit, those with most plants first', () => {
  const document = limited(
    [
      ['organization', 10],
      ['group', 50],
    ],
    [
      [['small'], ['a', 'b']],
      [['large'], ['b']],
      [['large'], ['']],
    ],
    [{ attribute: 'organization', value: 'large', plants: 240 }],
  )
  expect(limitValues(document)).toMatchObject([
    [
      { attribute: 'organization', value: 'large', allowed: 24, plants: 240 },
      { attribute: 'organization', value: 'small', allowed: 1, plants: 1 },
    ],
    [
      { value: 'b', allowed: 1, plants: 2 },
      { value: 'a', allowed: 1, plants: 1 },
      { value: '', allowed: 1, plants: 1 },
    ],
  ])
  expect(limitValues(limited([], [[]]))).toEqual([])
})
