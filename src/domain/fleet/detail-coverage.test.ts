import { expect, it } from 'vitest'
import { isRecentReading, isWholeFleetRead, missingDetails, ofPlants } from './detail-coverage'
import { hourMs } from '@/lib/instants'

const of = (given: object) => ({
  read: 212,
  failed: 0,
  tried: 212,
  total: 240,
  most: 3_000,
  ...given,
})

it.each([
  [212, 12_400, '212 of 12,400 plants'],
  [1, 1, '1 of 1 plant'],
  // A plant was created after the list was read.
  [241, 240, '241 of 241 plants'],
  [212, null, '212 plants of an unknown number'],
])('counts %s of %s', (known, total, words) => expect(ofPlants(known, total)).toBe(words))

it('is a whole fleet only when every plant was read', () => {
  expect(isWholeFleetRead(of({}))).toBe(false)
  expect(isWholeFleetRead(of({ read: 240 }))).toBe(true)
  expect(isWholeFleetRead(of({ read: 240, failed: 1 }))).toBe(false)
  expect(isWholeFleetRead(of({ read: 240, total: null }))).toBe(false)
})

it('rules nothing out by readings of more than an hour ago, or by none', () => {
  expect(isRecentReading(0, hourMs)).toBe(true)
  expect(isRecentReading(0, hourMs + 1)).toBe(false)
  expect(isRecentReading(undefined, hourMs)).toBe(false)
})

it.each([
  [{ read: 240, tried: 240 }, ''],
  [{}, 'Still to read: 28 plants, one request each.'],
  [{ read: 237, failed: 3, tried: 240 }, '3 plants couldn’t be read.'],
  [
    { read: 200, failed: 1, tried: 201 },
    'Still to read: 39 plants, one request each. 1 plant couldn’t be read.',
  ],
  [
    { read: 3_000, tried: 3_000, total: 12_400 },
    'Of a fleet this large, only 3,000 plants are read, the most urgent first.',
  ],
  [{ total: null }, ''],
])('says what is missing of %j', (given, words) => expect(missingDetails(of(given))).toBe(words))
