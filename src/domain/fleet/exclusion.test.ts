import { expect, it } from 'vitest'
import { wantedText, withWantedText, withoutConditions } from './exclusion'
import { parseFilter, printFilter } from './filter-text'

it('removes conditions from a filter, and keeps the others in order', () => {
  const { filter } = parseFilter('brno status:offline seen>2d')
  const [, status] = filter
  expect(printFilter(withoutConditions(filter, status ? [status] : []))).toBe('brno seen>2d')
  expect(withoutConditions(filter, [])).toEqual(filter)
})

it('returns the text that a filter looks for', () => {
  const online = { kind: 'facet', facet: 'status', values: ['ONLINE'] } as const
  expect(wantedText([{ kind: 'text', text: 'fve' }, online, { kind: 'text', text: 'brno' }])).toBe(
    'fve brno',
  )
  expect(wantedText([online])).toBe('')
})

it('looks for another text under the same conditions', () => {
  const { filter } = parseFilter('fve status:offline brno seen>2d')
  expect(printFilter(withWantedText(filter, 'CPI-21'))).toBe('status:offline seen>2d CPI-21')
})
