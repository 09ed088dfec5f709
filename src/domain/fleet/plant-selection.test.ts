import { describe, expect, it } from 'vitest'
import {
  extend,
  hasGrownSince,
  noSelection,
  selectAll,
  selectionReach,
  stopExtending,
  toggle,
  togglePage,
} from './plant-selection'
import { fc } from '@/lib/test-properties'

const listOf = (...ids: string[]) => ({
  matches: ids.length,
  placeOf: (id: string) => ids.indexOf(id),
  isKnown: (id: string) => id !== 'gone',
})

describe('choosing single plants and ranges', () => {
  it('adds and removes one plant', () => {
    const one = toggle(noSelection, 'a')
    expect([...one.ids]).toEqual(['a'])
    expect([...toggle(one, 'a').ids]).toEqual([])
    expect([...noSelection.ids]).toEqual([])
  })

  it('extends from the anchor, and shrinks again', () => {
    const kept = toggle(noSelection, 'z')
    const wide = extend(kept, 'b', (anchor) => [anchor, 'c', 'd'])
    expect([...wide.ids]).toEqual(['z', 'b', 'c', 'd'])
    expect([...extend(wide, 'd', (anchor) => [anchor, 'c']).ids]).toEqual(['z', 'b', 'c'])
  })

  it('begins the next extension at another plant', () => {
    const first = stopExtending(extend(noSelection, 'a', (anchor) => [anchor, 'b']))
    const second = extend(first, 'd', (anchor) => [anchor, 'e'])
    expect([...second.ids]).toEqual(['a', 'b', 'd', 'e'])
    expect(stopExtending(noSelection)).toBe(noSelection)
  })

  it('adds the rows on screen, and removes them when all are selected', () => {
    const part = toggle(noSelection, 'b')
    const page = togglePage(part, ['a', 'b'])
    expect([...page.ids].toSorted()).toEqual(['a', 'b'])
    expect([...togglePage(page, ['a', 'b']).ids]).toEqual([])
  })
})

describe('selecting all matches', () => {
  it('keeps what was selected before', () => {
    const all = selectAll(toggle(noSelection, 'z'), ['a', 'b'], 'fve')
    expect([...all.ids]).toEqual(['z', 'a', 'b'])
  })

  it('does not grow with the list, and reports that more match', () => {
    const all = selectAll(noSelection, ['a', 'b'], 'fve')
    const same = selectionReach(all, listOf('b', 'a'))
    expect(same).toEqual({ listed: 2, hidden: 0, gone: 0, left: 0 })
    expect(hasGrownSince(all, 'fve', same)).toBe(false)
    const more = selectionReach(all, listOf('a', 'b', 'c'))
    expect(more).toEqual({ listed: 2, hidden: 0, gone: 0, left: 1 })
    expect(hasGrownSince(all, 'fve', more)).toBe(true)
    expect(hasGrownSince(all, 'other', more)).toBe(false)
    expect(hasGrownSince(toggle(all, 'a'), 'fve', more)).toBe(false)
  })

  it('counts selected plants that the filter hides, and those that are gone', () => {
    const all = selectAll(noSelection, ['a', 'b', 'c', 'gone'], '')
    const reach = selectionReach(all, listOf('c', 'd'))
    expect(reach).toEqual({ listed: 1, hidden: 2, gone: 1, left: 1 })
  })
})

it('never contains a plant that was not chosen', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
  const step = fc.record({ kind: fc.nat(3), ids })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const chosen = new Set<string>()
      let selection = noSelection
      for (const { kind, ids: given } of steps) {
        for (const id of given) chosen.add(id)
        const [first] = given
        if (kind === 0 && first !== undefined) selection = toggle(selection, first)
        else if (kind === 1) selection = extend(selection, '', () => given)
        else if (kind === 2) selection = togglePage(selection, given)
        else selection = selectAll(selection, given, '')
      }
      expect([...selection.ids].filter((id) => !chosen.has(id))).toEqual([])
    }),
  )
})
