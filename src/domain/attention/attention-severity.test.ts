import { expect, it } from 'vitest'
import { facetIs, severities, severityWords } from './attention-severity'
import { parseFilter } from '@/domain/fleet/filter-text'

it('has words for every severity', () => {
  expect(Object.keys(severityWords)).toEqual([...severities])
})

it('makes conditions that the filter’s text has, too', () => {
  expect(parseFilter('cert:week,month').filter).toEqual([facetIs('cert', 'week', 'month')])
})
