import { expect, it } from 'vitest'
import { readPastedPlants } from './pasted-plants'

const known: Record<string, string[]> = {
  'SN-1': ['a'],
  'SN-2': ['b'],
  'SN 3 X': ['c'],
  twin: ['d', 'e'],
  a: ['a'],
}
const read = (text: string) => readPastedPlants(text, (item) => known[item] ?? [])
const nothing = { ids: [], unknown: [], repeated: [], ambiguous: [] }

it.each([
  'SN-1\nSN-2',
  'SN-1, SN-2',
  'SN-1;SN-2',
  'SN-1\tSN-2',
  ' SN-1   SN-2 ',
  '\u200BSN-1\u200B\nSN-2',
  '"SN-1","SN-2"',
])('finds plants in %j', (text) => {
  expect(read(text)).toEqual({ ...nothing, ids: ['a', 'b'] })
})

it('finds a serial number with blanks on its own line', () => {
  expect(read('SN 3 X\nSN-1, SN 3 X').ids).toEqual(['c', 'a'])
})

it('lists what it can’t use, with its text', () => {
  expect(read('SN-1 nope SN-9\ntwin a\nSN-1')).toEqual({
    ids: ['a'],
    unknown: ['nope', 'SN-9'],
    repeated: ['a', 'SN-1'],
    ambiguous: [{ text: 'twin', plants: 2 }],
  })
})

it('finds nothing in blanks', () => {
  expect(read(' \n,, \t')).toEqual(nothing)
})
