import { describe, expect, it } from 'vitest'
import { parseFilter, printFilter } from './filter-text'
import { parseSort, printSort } from './fleet-sort'
import {
  type SavedView,
  builtInViews,
  printViews,
  problemOf,
  readViews,
  viewOf,
} from './saved-views'
import { anyText, fc } from '@/lib/test-properties'

describe('the built-in views', () => {
  it.each(builtInViews)(
    '$name is a filter without a mistake, as it would be printed',
    ({ q, sort }) => {
      expect(parseFilter(q).mistakes).toEqual([])
      expect(printSort(parseSort(sort))).toBe(sort)
      expect(parseFilter(printFilter(parseFilter(q).filter))).toEqual(parseFilter(q))
    },
  )
})

const mine: SavedView = { name: 'Brno offline', q: 'brno status:OFFLINE', sort: '-seen' }

describe('a file of views', () => {
  it('is read as it was written', () => {
    const views = [mine, { name: 'All', q: '' }]
    expect(readViews(printViews(views))).toEqual({ views, problems: [] })
  })

  it.each([
    ['', 'The file is not JSON.'],
    ['{}', 'The file has no saved views of this version.'],
    [
      '{"kind":"plantdeck-views","version":2,"views":[]}',
      'The file has no saved views of this version.',
    ],
  ])('is refused when it is %j', (text, problem) => {
    expect(readViews(text)).toEqual({ views: [], problems: [problem] })
  })

  it('keeps the readable views, and says what is wrong with the others', () => {
    const odd = [{ name: '  ', q: '' }, 3, { ...mine, q: 'seen:nevr' }, mine, mine]
    const text = JSON.stringify({ kind: 'plantdeck-views', version: 1, views: odd })
    expect(readViews(text)).toEqual({
      views: [mine],
      problems: [
        'View 1 was left out: it is not complete.',
        'View 2 was left out: it is not complete.',
        'View 3 was left out: its filter has a mistake in column 1.',
        'View 5 was left out: there is another view “Brno offline”.',
      ],
    })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(anyText(), fc.json()), (text) => void readViews(text)))
  })
})

it.each([
  [{ ...mine, name: ' ' }, 'it has no name'],
  [{ ...mine, name: 'x'.repeat(81) }, 'its name is longer than 80 characters'],
  [{ ...mine, name: 'never CONNECTED' }, 'there is another view “never CONNECTED”'],
  [{ ...mine, name: 'Other' }, undefined],
])('says what is wrong with %j', (view, problem) => {
  expect(problemOf(view, [mine])).toBe(problem)
})

it('recognises the view that a filter and an order come from', () => {
  expect(viewOf([mine], { q: mine.q, sort: '-seen' })).toBe(mine)
  expect(viewOf([mine], { q: mine.q, sort: 'seen' })).toBeUndefined()
  expect(viewOf([mine], { q: 'brno' })).toBeUndefined()
  expect(viewOf(builtInViews, { q: 'status:OFFLINE  seen>1d', sort: 'seen' })).toBe(builtInViews[1])
})
