import { expect, it } from 'vitest'
import { facetValueLabel, facetWords } from './facet-words'
import { facetNames } from './fleet-filter'

it.each([
  ['status', 'OFFLINE', 'Offline'],
  ['status', 'offline', 'Offline'],
  ['status', 'ASLEEP', 'ASLEEP'],
  ['status', '', 'Not given'],
  ['status', 'unreadable', 'Unreadable'],
  ['cert', 'month', 'Expires in 7 to 30 days'],
  ['seen', 'never', 'Never connected'],
  ['type', 'gateway', 'Gateway'],
  ['auth', 'mtls', 'MTLS'],
  ['auth', 'TOKEN', 'Token'],
  ['template', 'Heating', 'Heating'],
  ['org', 'o-1', 'o-1'],
] as const)('calls %s:%s %s', (facet, value, label) => {
  expect(facetValueLabel(facet, value)).toBe(label)
})

it('has a title for every facet', () => {
  expect(Object.keys(facetWords).toSorted()).toEqual(facetNames.toSorted())
})
