import { expect, it } from 'vitest'
import { readField } from './filter-values'
import { dayMs } from '@/lib/instants'

it('reads values of a facet, a bucket, a time and a count', () => {
  expect(readField('status', ':', ['ONLINE', 'asleep'])).toEqual({
    kind: 'facet',
    facet: 'status',
    values: ['ONLINE', 'asleep'],
  })
  expect(readField('cert', ':', ['Expired'])).toEqual({
    kind: 'facet',
    facet: 'cert',
    values: ['expired'],
  })
  expect(readField('seen', '>', ['2d'])).toEqual({
    kind: 'age',
    field: 'seen',
    op: '>',
    ms: 2 * dayMs,
  })
  expect(readField('failures', ':', ['3'])).toEqual({
    kind: 'count',
    field: 'failures',
    op: '=',
    count: 3,
  })
})

it.each([
  ['a value without an operator', readField('created', ':', ['7d']), 'created<7d'],
  ['two operators', readField('seen', '<', ['=2d']), 'seen<2d'],
  ['“at most” for a count', readField('failures', '<', ['=0']), 'failures<1'],
  ['a bucket after an operator', readField('cert', '<', ['>expired']), 'cert:expired'],
  ['a comparison of words', readField('org', '>', ['a b']), 'org:"a b"'],
  ['a misspelt bucket', readField('cert', ':', ['week', 'expird']), 'cert:week,expired'],
  ['the label of a bucket', readField('seen', ':', ['Unreadble']), 'seen:unreadable'],
  ['two times', readField('seen', '>', ['1d', '2d']), 'seen>1d'],
  ['an impossible count', readField('failures', '>', ['=x']), undefined],
])('corrects %s', (_, read, suggestion) => {
  expect(read).toHaveProperty('message')
  expect('suggestion' in read ? read.suggestion : undefined).toBe(suggestion)
})
