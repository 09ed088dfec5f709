import { expect, it } from 'vitest'
import { metaKeyOf, metadataAttribute } from './metadata-attribute'

it.each(['installer', '', 'meta.', 'a b'])('names the metadata key %j', (key) => {
  expect(metaKeyOf(metadataAttribute(key))).toBe(key)
})

it('writes them as a filter does', () => {
  expect(metadataAttribute('installer')).toBe('meta.installer')
})

it.each(['organization', 'metadata', 'Meta.x'])('finds no key in %s', (attribute) => {
  expect(metaKeyOf(attribute)).toBeUndefined()
})
