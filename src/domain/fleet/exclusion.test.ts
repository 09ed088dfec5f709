import { expect, it } from 'vitest'
import { withoutConditions } from './exclusion'
import { parseFilter, printFilter } from './filter-text'

it('removes conditions from a filter, and keeps the others in order', () => {
  const { filter } = parseFilter('brno status:offline seen>2d')
  const [, status] = filter
  expect(printFilter(withoutConditions(filter, status ? [status] : []))).toBe('brno seen>2d')
  expect(withoutConditions(filter, [])).toEqual(filter)
})
