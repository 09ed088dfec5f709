import { describe, expect, it } from 'vitest'
import { causeBasis, causePlace, causeText, isCauseAttribute } from './cause-words'
import { type CauseClaim, expiryDay } from './common-cause'
import { parseFilter, printFilter } from '@/domain/fleet/filter-text'
import { facetNames } from '@/domain/fleet/fleet-filter'

const claim: CauseClaim = {
  values: [{ attribute: 'meta.isp', value: 'Net, "X"' }],
  compared: 12_400,
  withValue: 744,
  changed: 43,
  both: 41,
  chance: 1e-9,
  isFurther: false,
}
const byDay = { ...claim, values: [{ attribute: expiryDay, value: '2026-12-31' }] }
const isOffline = { kind: 'facet', facet: 'status', values: ['OFFLINE'] } as const

describe('causeText', () => {
  it.each<[string, Partial<CauseClaim>, string]>([
    [
      'a metadata key',
      {},
      '41 of 43 newly offline plants share meta.isp = Net, "X"; 6 % of the compared plants do.',
    ],
    [
      'a facet, by its label',
      { values: [{ attribute: 'type', value: 'GATEWAY' }] },
      '41 of 43 newly offline plants share Type = Gateway; 6 % of the compared plants do.',
    ],
    [
      'two values of the same plants',
      {
        values: [
          { attribute: 'meta.isp', value: 'X' },
          { attribute: 'org', value: 'o-1' },
        ],
      },
      '41 of 43 newly offline plants share meta.isp = X and Organization = o-1 (the same plants have them); 6 % of the compared plants do.',
    ],
    [
      'a second cause',
      { isFurther: true },
      '41 of the other 43 newly offline plants share meta.isp = Net, "X"; 6 % of the compared plants do.',
    ],
    [
      'a day',
      { values: byDay.values, withValue: 41 },
      '41 of 43 newly offline plants share certificates that expire on 2026-12-31; under 1 % of the compared plants do.',
    ],
  ])('names %s', (_what, change, text) => {
    expect(causeText({ ...claim, ...change }, 'newly offline')).toBe(text)
  })
})

describe('causeBasis', () => {
  it('says what was tested, with and without a claim', () => {
    const tested = { attributes: 12, tested: 310, compared: 12_400, changed: 43 }
    expect(causeBasis({ ...tested, claims: [claim] })).toBe(
      'Tested 310 values of 12 attributes in 12,400 plants (Fisher’s exact test, corrected for the number of values). Without a common cause, fewer than 1 in 200 such searches find one. It’s a lead, not a proof.',
    )
    expect(causeBasis({ ...tested, claims: [] })).toMatch(/none stands out\.$/)
  })
})

describe('causePlace', () => {
  it('filters the list, in the language of its filter', () => {
    const place = causePlace(claim, [isOffline])
    const filter = place.page === 'plants' ? place.filter : []
    expect(printFilter(filter)).toBe(String.raw`meta.isp:"Net, \"X\"" status:OFFLINE`)
    expect(parseFilter(printFilter(filter))).toEqual({ filter, mistakes: [] })
  })

  it('lists a day of expiry on the certificates page, unless a filter has the same plants', () => {
    expect(causePlace(byDay)).toEqual({
      page: 'certificates',
      from: '2026-12-31',
      to: '2027-01-01',
    })
    const both = { ...claim, values: [...byDay.values, ...claim.values] }
    expect(causePlace(both)).toMatchObject({ page: 'plants', filter: [{ key: 'isp' }] })
  })
})

it('takes no symptom for a cause', () => {
  expect(facetNames.filter(isCauseAttribute)).toEqual(['type', 'auth', 'template', 'org', 'cert'])
  expect(isCauseAttribute('meta.isp')).toBe(true)
})
