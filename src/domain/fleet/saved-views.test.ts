import { describe, expect, it } from 'vitest'
import { parseFilter, printFilter } from './filter-text'
import { parseSort, printSort } from './fleet-sort'
import {
  type SavedView,
  builtInViews,
  importViews,
  noViews,
  printViews,
  problemOfNew,
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

const fileOf = (views: readonly unknown[], version = 1) =>
  JSON.stringify({ kind: 'plantdeck-views', version, views })

describe('a file of views', () => {
  it('is read as it was written', () => {
    const saved = { views: [mine, { name: 'All', q: '' }], unreadable: [] }
    expect(readViews(printViews(saved))).toEqual(saved)
  })

  it.each([
    ['', 'The file is not JSON.'],
    ['{}', 'The file has no saved views.'],
    [
      fileOf([], 2),
      'The file was written by another version of Plantdeck, which this one can’t read.',
    ],
  ])('is refused when it is %j', (text, problem) => {
    expect(importViews(noViews, text)).toEqual({ next: noViews, findings: [problem] })
  })

  it('states what is wrong with unreadable views', () => {
    const odd = [{ name: '  ', q: '' }, 3, { ...mine, q: 'seen:nevr' }, mine, mine]
    const { views, unreadable } = readViews(fileOf(odd))
    expect(views).toEqual([mine])
    expect(unreadable).toEqual([
      { given: odd[0], name: undefined, reason: 'it is not complete' },
      { given: 3, name: undefined, reason: 'it is not complete' },
      { given: odd[2], name: mine.name, reason: 'its filter has a mistake in column 1' },
      { given: mine, name: mine.name, reason: 'a view named “Brno offline” already exists' },
    ])
  })

  it('keeps whatever is stored through a save', () => {
    const json = fc.oneof(fc.jsonValue(), fc.constant(mine), fc.constant({ ...mine, color: 'red' }))
    fc.assert(
      fc.property(fc.array(json), (given) => {
        const kept = (text: string) => {
          const { views, unreadable } = readViews(text)
          return [...views, ...unreadable.map((one) => one.given)].map((one) => JSON.stringify(one))
        }
        const once = kept(fileOf(given))
        expect(once.toSorted()).toEqual(given.map((one) => JSON.stringify(one)).toSorted())
        expect(kept(printViews(readViews(fileOf(given))))).toEqual(once)
      }),
    )
  })

  it('keeps the text of another version, which that version can read again', () => {
    const text = fileOf([mine], 2)
    const saved = readViews(text)
    expect(saved.unreadable).toMatchObject([{ given: text }])
    const printed = printViews({ ...saved, views: [{ name: 'Mine', q: '' }] })
    expect(readViews(printed).unreadable).toEqual([
      { given: text, name: undefined, reason: 'it is not complete' },
    ])
    expect(
      readViews(printViews({ views: [], unreadable: [{ ...wrap(fileOf([mine])) }] })).views,
    ).toEqual([mine])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(anyText(), fc.json()), (text) => void readViews(text)))
  })
})

const wrap = (given: unknown) => ({ given, name: undefined, reason: '' })
const many = (count: number, name = 'View') =>
  Array.from({ length: count }, (_, at) => ({ name: `${name} ${at}`, q: 'brno' }))

describe('an import', () => {
  it('adds what is new, once, and keeps what it can’t read', () => {
    const text = fileOf([mine, 3])
    const { next, findings } = importViews(noViews, text)
    expect(next).toEqual(readViews(text))
    expect(findings).toEqual(['1 view was added.', '1 more can’t be read; see the list.'])
    const again = importViews(next, text)
    expect(again.next).toEqual(next)
    expect(again.findings).toEqual([
      '0 views were added.',
      '“Brno offline” was left out: a view named “Brno offline” already exists.',
    ])
  })

  it('changes nothing when there would be too many views', () => {
    const saved = { views: many(3, 'Saved'), unreadable: [] }
    const { next, findings } = importViews(saved, fileOf(many(198)))
    expect(next).toBe(saved)
    expect(findings).toEqual([
      'Nothing was added: at most 200 views fit, not 198 in the file and 3 saved ones. Delete saved views, or split the file.',
    ])
    expect(importViews(saved, fileOf(many(197))).next.views).toHaveLength(200)
  })
})

it('keeps more stored views than can be added', () => {
  const saved = readViews(fileOf(many(250)))
  expect(saved.views).toHaveLength(250)
  expect(problemOfNew(mine, saved)).toMatch(/^there are 200 views already/)
  expect(problemOfNew(mine, noViews)).toBeUndefined()
})

it.each([
  [{ ...mine, name: ' ' }, 'it has no name'],
  [{ ...mine, name: 'x'.repeat(81) }, 'its name is longer than 80 characters'],
  [{ ...mine, name: 'never CONNECTED' }, 'a view named “never CONNECTED” already exists'],
  [{ ...mine, name: 'Other' }, undefined],
])('states what is wrong with %j', (view, problem) => {
  expect(problemOfNew(view, { views: [mine], unreadable: [] })).toBe(problem)
})

it('recognises the view that a filter and an order come from', () => {
  expect(viewOf([mine], { q: mine.q, sort: '-seen' })).toBe(mine)
  expect(viewOf([mine], { q: mine.q, sort: 'seen' })).toBeUndefined()
  expect(viewOf([mine], { q: 'brno' })).toBeUndefined()
  expect(viewOf(builtInViews, { q: 'status:OFFLINE  seen>1d', sort: 'seen' })).toBe(builtInViews[1])
})
