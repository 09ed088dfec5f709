import { expect, it } from 'vitest'
import { filterLineOf } from './list-search'

it.each([
  [{}, ''],
  [{ q: 'status:offline' }, 'status:offline'],
  [{ q: 12_345 }, '12345'],
  [{ q: { a: 1 } }, ''],
  [{ authMethod: 'MTLS' }, 'auth:MTLS'],
  [{ q: 'brno', authMethod: 'MTLS' }, 'brno auth:MTLS'],
])('reads the filter from %j', (search, line) => {
  expect(filterLineOf(search)).toBe(line)
})
