import { expect, it } from 'vitest'
import { spanOf, thresholdsOf, wordsOf } from './search-values'
import { utc } from '@/lib/time-zone'

it.each([
  ['brno', 'brno'],
  [12_345, '12345'],
  [undefined, ''],
  [true, ''],
  [['brno'], ''],
])('reads the search text %j as %j', (q, words) => {
  expect(wordsOf({ q })).toBe(words)
})

it('replaces missing thresholds by the defaults', () => {
  expect(thresholdsOf({})).toEqual({ urgentDays: 7, soonDays: 30 })
  expect(thresholdsOf({ urgent: 3, soon: 14 })).toEqual({ urgentDays: 3, soonDays: 14 })
})

it('reads a span that is open at one end, and none without a readable day', () => {
  const [fromMs, toMs] = [Date.UTC(2026, 10, 23), Date.UTC(2026, 10, 30)]
  expect(spanOf({ from: '2026-11-23', to: '2026-11-30' }, utc)).toEqual({ fromMs, toMs })
  expect(spanOf({ from: '2026-11-23' }, utc)).toEqual({ fromMs, toMs: Infinity })
  expect(spanOf({ from: 'soon', to: '2026-11-30' }, utc)).toEqual({ fromMs: -Infinity, toMs })
  expect(spanOf({ from: 'soon' }, utc)).toBeUndefined()
  expect(spanOf({}, utc)).toBeUndefined()
})
