import { expect, it } from 'vitest'
import { entriesOf, fromNames, keysOf } from './keyed-record'

it('lists the keys of a table in its order', () => {
  const keys: ('never' | 'today')[] = keysOf({ today: 1, never: 2 })
  expect(keys).toEqual(['today', 'never'])
})

it('lists the entries of a table with the type of its keys', () => {
  const entries: ['a' | 'b', number][] = entriesOf({ a: 1, b: 2 })
  expect(entries).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})

it('gives each name its value', () => {
  const record: Record<'a' | 'bc', number> = fromNames(['a', 'bc'], (name) => name.length)
  expect(record).toEqual({ a: 1, bc: 2 })
})
