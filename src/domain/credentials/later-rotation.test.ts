import { expect, it } from 'vitest'
import { shownRotation } from './later-rotation'

const at = (hour: number) => ({ secretRotatedAt: `2026-03-01T${hour}:00:00Z` })
const none = { secretRotatedAt: null }

it.each([
  ['nothing before a reading', none, undefined, undefined, undefined],
  ['a first rotation', none, at(12), at(12), 'shown'],
  ['a later rotation', at(10), at(12), at(12), 'shown'],
  ['a second rotation since', none, at(12), at(13), 'again'],
  ['no rotation in a record without one', none, undefined, none, 'not-shown'],
  ['no rotation in a record with an earlier one', at(10), undefined, at(10), 'not-shown'],
])('finds %s', (_what, before, first, latest, expected) => {
  expect(shownRotation({ before, first, latest })).toBe(expected)
})

it('can’t tell from an unreadable time', () => {
  const latest = { ...at(12), unreadable: ['secretRotatedAt'] }
  expect(shownRotation({ before: none, first: at(12), latest })).toBe('unknown')
})
