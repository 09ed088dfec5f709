import { describe, expect, it } from 'vitest'
import { extendTo, idsOf } from './row-ids'
import { noSelection, stopExtending, toggle } from '@/domain/fleet/plant-selection'

/** A plant named "-" is gone. */
function listOf(letters: string) {
  const ids = letters.split('')
  return {
    idAt: (place: number) => ids[place] ?? '',
    isGoneAt: (place: number) => ids[place] === '-',
    placeOf: (id: string) => ids.indexOf(id),
  }
}

const list = listOf('abcdef')
const textOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].toSorted().join('')

describe('idsOf', () => {
  it.each([
    [1, 4, 'bcd'],
    [2, 2, ''],
    [3, 1, ''],
  ])('returns the IDs of the rows from %d to before %d: “%s”', (first, end, ids) => {
    expect(idsOf(list, { first, end }).join('')).toBe(ids)
  })

  it('leaves out plants that are gone', () => {
    expect(idsOf(listOf('ab-d'), { first: 1, end: 4 })).toEqual(['b', 'd'])
  })
})

describe('extendTo', () => {
  it.each([
    ['down', 1, 3, 'bcd'],
    ['up', 3, 1, 'bcd'],
    ['nowhere', 2, 2, 'c'],
  ])('selects both ends and the rows between when it goes %s', (_way, activePlace, place, ids) => {
    expect(textOf(extendTo(noSelection, list, { activePlace, place }))).toBe(ids)
  })

  it('extends from where it began, not from the active row, until it is stopped', () => {
    const first = extendTo(noSelection, list, { activePlace: 2, place: 4 })
    const turned = extendTo(first, list, { activePlace: 4, place: 1 })
    expect(textOf(turned)).toBe('bc')
    const second = extendTo(stopExtending(turned), list, { activePlace: 4, place: 5 })
    expect(textOf(second)).toBe('bcef')
  })

  it('keeps plants that were selected before', () => {
    const selection = toggle(noSelection, 'a')
    expect(textOf(extendTo(selection, list, { activePlace: 2, place: 3 }))).toBe('acd')
  })

  it('follows the plant where it began to its place in another order', () => {
    const first = extendTo(noSelection, list, { activePlace: 0, place: 1 })
    const resorted = extendTo(first, listOf('fedcba'), { activePlace: 1, place: 3 })
    expect(textOf(resorted)).toBe('abc')
  })

  it('selects only one row when the filter hides the plant where it began', () => {
    const first = extendTo(noSelection, list, { activePlace: 0, place: 1 })
    const filtered = extendTo(first, listOf('def'), { activePlace: 0, place: 1 })
    expect(textOf(filtered)).toBe('e')
  })
})
