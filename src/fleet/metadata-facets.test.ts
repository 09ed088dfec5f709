import { expect, it } from 'vitest'
import { MetadataFacets } from './metadata-facets'

const page = (key: string, ...values: string[]) => [
  { key, values: ['', ...values], codes: Uint16Array.from(values, (_value, at) => at + 1) },
]

it('keeps the values of a key by row, and replaces those of a row that was read again', () => {
  const facets = new MetadataFacets(4)
  facets.set(0, page('installer', 'Elektro'), 0)
  facets.set(1, page('installer', 'SolarMont'), 0)
  facets.grow(8)
  expect(facets.columns.get('installer')?.at(1)).toBe('SolarMont')
  facets.set(1, [], 0)
  expect(facets.columns.get('installer')?.at(1)).toBe('')
  expect(facets.columns.get('installer')?.at(0)).toBe('Elektro')
})

it('drops a key permanently once it has more than 60 values', () => {
  const facets = new MetadataFacets(100)
  for (let row = 0; row < 60; row += 1) facets.set(row, page('ean', String(row)), 0)
  expect(facets.columns.get('ean')?.at(59)).toBe('59')
  facets.set(60, page('ean', '60'), 0)
  facets.set(61, page('ean', '7'), 0)
  expect([...facets.columns.keys()]).toEqual([])
})
