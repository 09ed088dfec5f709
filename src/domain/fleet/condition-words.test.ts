import { expect, it } from 'vitest'
import { describeCondition, roughDuration } from './condition-words'
import { parseFilter } from './filter-text'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

it.each([
  ['brno', 'Contains “brno”'],
  ['status:offline,DEGRADED', 'Connection: Offline or Degraded'],
  ['cert:week', 'Certificate: Expires within 7 days'],
  ['meta.installer:Elektro,""', 'installer: Elektro or “”'],
  ['cert<30d', 'Certificate expires in less than 30 days'],
  ['cert>1d', 'Certificate expires in more than 1 day'],
  ['cert<0d', 'Certificate has expired'],
  ['cert>0d', 'Certificate hasn’t expired'],
  ['seen<0d', 'Last seen in the future'],
  ['seen>0s', 'Last seen in the past'],
  ['created<0h', 'Created in the future'],
  ['created>0m', 'Created in the past'],
  ['seen>36h', 'Last seen more than 36 hours ago'],
  ['created<90s', 'Created less than 90 seconds ago'],
  ['failures>0', 'Authentication failures: more than 0'],
  ['failures:2', 'Authentication failures: 2'],
])('describes %s as "%s"', (text, words) => {
  expect(parseFilter(text).filter.map(describeCondition)).toEqual([words])
})

it.each([
  [0, 'less than a minute'],
  [minuteMs, '1 minute'],
  [2 * hourMs - 1, '1 hour'],
  [9 * dayMs + hourMs, '9 days'],
])('describes %i ms roughly as "%s"', (ms, words) => {
  expect(roughDuration(ms)).toBe(words)
})
