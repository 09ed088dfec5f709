import { expect, it } from 'vitest'
import { readNumberEntry } from './number-entry'

it.each([
  ['1', 1],
  [' 20 ', 20],
  ['007', 7],
  ['10000', 10_000],
])('reads %j', (text, value) => {
  expect(readNumberEntry(text, 10_000)).toEqual({ kind: 'number', value })
})

it.each(['', '  '])('takes %j for the default', (text) => {
  expect(readNumberEntry(text, 10_000)).toEqual({ kind: 'empty' })
})

it.each(['0', '-5', '10001', '1.5', '1e3', 'ten', '5 days', '9'.repeat(400)])(
  'rejects %j with the limits',
  (text) => {
    expect(readNumberEntry(text, 10_000)).toEqual({
      kind: 'wrong',
      why: 'Enter a whole number from 1 to 10,000.',
    })
  },
)
