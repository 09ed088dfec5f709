import { expect, it } from 'vitest'
import { type GivenParameters, readParameters } from './search-mistakes'
import { thresholdsOf } from './search-values'
import { fc } from '@/lib/test-properties'
import { utc } from '@/lib/time-zone'

it('uses what can be used', () => {
  const given = { urgent: 5, soon: 40, capacity: 20, from: '2026-11-23', to: '2026-11-30' }
  expect(readParameters(given, utc)).toEqual({ search: given, mistakes: [] })
  expect(readParameters({}, utc)).toEqual({ search: {}, mistakes: [] })
})

it.each<[GivenParameters, GivenParameters, string[]]>([
  [
    { urgent: 40, soon: 30 },
    { urgent: 30, soon: 30 },
    ['“urgent” is 40 days, more than the 30 days of “soon”. Urgent is within 30 days.'],
  ],
  [
    { soon: 5 },
    { urgent: 5, soon: 5 },
    ['The default of “urgent” is 7 days, more than the 5 days of “soon”. Urgent is within 5 days.'],
  ],
  [
    { urgent: 'ten', soon: 0 },
    {},
    [
      '“soon” isn’t a whole number from 1 to 750. The default of 30 days is used.',
      '“urgent” isn’t a whole number from 1 to 750. The default is used.',
    ],
  ],
  [{ soon: 751 }, {}, [expect.stringMatching(/^“soon” isn’t/)]],
  [{ urgent: 1.5 }, {}, [expect.stringMatching(/^“urgent” isn’t/)]],
  [
    { capacity: 10_001 },
    {},
    ['“capacity” isn’t a whole number from 1 to 10,000. There is no limit.'],
  ],
  [
    { from: '2026-99-99', to: 5 },
    {},
    [
      '“from” isn’t a day like 2026-11-28. It is ignored.',
      '“to” isn’t a day like 2026-11-28. It is ignored.',
    ],
  ],
])('says of %j what is used instead', (given, search, texts) => {
  const read = readParameters(given, utc)
  expect(read.search).toEqual(search)
  expect(read.mistakes.map(({ text }) => text)).toEqual(texts)
})

it('is silent only when everything is used as it is', () => {
  const value = fc.option(fc.oneof(fc.integer({ min: -3, max: 800 }), fc.string()), {
    nil: undefined,
  })
  fc.assert(
    fc.property(value, value, (urgent, soon) => {
      const { search, mistakes } = readParameters({ urgent, soon }, utc)
      const { urgentDays, soonDays } = thresholdsOf(search)
      const isAsAsked = urgentDays === (urgent ?? 7) && soonDays === (soon ?? 30)
      expect(mistakes.length === 0).toBe(isAsAsked)
      // The values used are themselves valid.
      expect(readParameters(search, utc).mistakes).toEqual([])
    }),
  )
})
