import { describe, expect, it } from 'vitest'
import { fromNames, keysOf } from './keyed-record'

describe('keysOf', () => {
  it('lists the keys of a table in its order', () => {
    const keys: ('never' | 'today')[] = keysOf({ today: 1, never: 2 })
    expect(keys).toEqual(['today', 'never'])
  })
})

describe('fromNames', () => {
  it('gives each name its value', () => {
    const record: Record<'a' | 'bc', number> = fromNames(['a', 'bc'], (name) => name.length)
    expect(record).toEqual({ a: 1, bc: 2 })
  })
})
