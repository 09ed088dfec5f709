import { expect, it } from 'vitest'
import { metadataValues } from './metadata-values'
import { anyText, fc } from '@/lib/test-properties'

it('returns strings, numbers and booleans with the name of their top-level member', () => {
  const json = '{"installer":"Elektro \\u010capek","ean":859182400937649444,"live":true,"no":null}'
  expect(metadataValues(json)).toEqual([
    { key: 'installer', text: 'Elektro Čapek' },
    { key: 'ean', text: '859182400937649444' },
    { key: 'live', text: 'true' },
  ])
})

it('returns nested values without a name', () => {
  expect(metadataValues('{"a":{"b":"c"},"d":[1,{"e":"f"}],"g":"h"}')).toEqual([
    { key: undefined, text: 'c' },
    { key: undefined, text: '1' },
    { key: undefined, text: 'f' },
    { key: 'g', text: 'h' },
  ])
})

it.each([null, undefined, '', '{}', '{"a":'])('returns nothing for %j', (json) => {
  expect(metadataValues(json)).toEqual([])
})

it('reads only the start of long metadata', () => {
  const values = metadataValues(JSON.stringify({ a: 'x'.repeat(5_000_000), b: 'y' }))
  expect(values).toHaveLength(1)
  expect(values[0]?.text.length).toBeLessThan(4_001)
})

it('finds every top-level text of any object, and never throws', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ maxLength: 5 }), anyText({ maxLength: 9 })), (object) => {
      const read = metadataValues(JSON.stringify(object))
      expect(read).toEqual(Object.entries(object).map(([key, text]) => ({ key, text })))
    }),
  )
  fc.assert(fc.property(anyText(), (text) => void metadataValues(text)))
})
