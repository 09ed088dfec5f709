import { describe, expect, it } from 'vitest'
import type { Completeness } from './completeness'
import { countListed, describeCompleteness, describeReach } from './fleet-reach'

const probable: Completeness = { kind: 'probable' }
const because = (gap: Extract<Completeness, { kind: 'incomplete' }>['gap']): Completeness => ({
  kind: 'incomplete',
  gap,
})

it.each<[string, number, number | null | undefined, Completeness, string | undefined]>([
  ['Loading the list of plants…', 0, undefined, because('reading'), undefined],
  ['Searched 3,200 of 12,400 plants.', 3_200, 12_400, because('reading'), undefined],
  ['Searched 240 of 240 plants.', 240, 240, probable, undefined],
  ['Searched all 240 plants.', 240, 240, { kind: 'complete', asOfMs: 1 }, undefined],
  ['Searched the fleet’s only plant.', 1, 1, { kind: 'complete', asOfMs: 1 }, undefined],
  ['Searched 100 plants; the total is unknown.', 100, null, because('no-total'), undefined],
  [
    'Searched 239 of 240 plants. Some couldn’t be read.',
    239,
    240,
    because('unreadable'),
    undefined,
  ],
  [
    'Searched 240 of 240 plants. The list changed while it was being read, so plants may be missing.',
    240,
    239,
    because('moved'),
    undefined,
  ],
  ['The fleet has no plants.', 0, 0, { kind: 'complete', asOfMs: 7 }, undefined],
  ['Searched 100 plants, then it stopped: Offline.', 100, 240, probable, 'Offline'],
])('reads "%s"', (text, searched, total, completeness, failure) => {
  expect(describeReach({ searched, total, completeness, failure })).toBe(text)
})

describe('describeCompleteness', () => {
  const says = (completeness: Completeness, failure?: string, isFromSnapshot = false) =>
    describeCompleteness({ completeness, failure, isFromSnapshot }, (atMs) => `at ${atMs}`)

  it.each<[string, Completeness, string | undefined]>([
    ['Complete as of at 7.', { kind: 'complete', asOfMs: 7 }, undefined],
    [
      'Complete as of at 7. Then reading stopped: Offline.',
      { kind: 'complete', asOfMs: 7 },
      'Offline',
    ],
    [
      'Probably complete: the list was read once, without a change. Then reading stopped: Offline.',
      probable,
      'Offline',
    ],
    ['Incomplete. The list is still being read.', because('reading'), undefined],
    ['Incomplete. Reading stopped: Offline.', because('reading'), 'Offline'],
    ['Incomplete. Some plants couldn’t be read.', because('unreadable'), undefined],
    [
      'Incomplete. The list changed while it was being read, so plants may be missing.',
      because('moved'),
      undefined,
    ],
    [
      'Unknown. The server doesn’t state how many plants there are.',
      because('no-total'),
      undefined,
    ],
  ])('reads "%s"', (text, completeness, failure) => {
    expect(says(completeness, failure)).toBe(text)
  })

  it('never calls saved plants complete', () => {
    expect(says(probable, undefined, true)).toMatch(/^Unknown\. The plants were saved/)
    expect(says(because('reading'), 'Offline', true)).toMatch(/reading stopped: Offline\.$/)
  })
})

describe('countListed', () => {
  const reading = {
    matches: 31,
    isFiltered: true,
    plants: 100,
    total: 240,
    completeness: because('reading'),
    isFromSnapshot: false,
  }

  it.each<[string, Partial<Parameters<typeof countListed>[0]>]>([
    ['31 matches in 100 of 240 read', {}],
    ['1 match in 100 of 240 read', { matches: 1 }],
    ['100 of 240 read', { isFiltered: false }],
    ['100 read', { isFiltered: false, total: null }],
    ['31 matches in 100 saved plants', { isFromSnapshot: true }],
    ['1 match in 1 saved plant', { isFromSnapshot: true, matches: 1, plants: 1 }],
    ['100 saved', { isFromSnapshot: true, isFiltered: false }],
    ['31 of 240', { plants: 240, completeness: probable }],
    ['240', { plants: 240, completeness: probable, isFiltered: false }],
    ['31 of 240', { plants: 239, completeness: because('unreadable') }],
    ['0', { plants: 0, total: 0, isFiltered: false }],
  ])('says “%s”', (words, change) => {
    expect(countListed({ ...reading, ...change })).toBe(words)
  })
})
