import { describe, expect, it } from 'vitest'
import type { AtRisk } from './certificate-survey'
import { countFacet, filterRows, filterText, filtersInUse } from './risk-filter'

const row = (name: string, change: Partial<AtRisk> = {}): AtRisk => ({
  plant: {
    id: name,
    name,
    serialNumber: `S-${name}`,
    certificateExpiresAt: null,
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
  },
  endMs: 0,
  grade: 'soon',
  reach: 'offline',
  dueMs: 0,
  readAtMs: 0,
  ...change,
})
const rows = [
  row('Brno'),
  row('Tábor', { grade: 'expired', reach: 'dark' }),
  row('Zlín', { grade: 'expired', reach: undefined }),
]
const named = (found: readonly AtRisk[]) => found.map(({ plant }) => plant.name)

describe('filterRows', () => {
  it.each([
    [{}, ['Brno', 'Tábor', 'Zlín']],
    [{ q: '  ' }, ['Brno', 'Tábor', 'Zlín']],
    [{ q: 'tabor' }, ['Tábor']],
    [{ grade: 'expired' }, ['Tábor', 'Zlín']],
    [{ grade: 'expired', reach: 'dark' }, ['Tábor']],
    [{ lifecycle: 'ACTIVE', auth: 'MTLS', q: 's-zlin' }, ['Zlín']],
    [{ auth: 'TOKEN' }, []],
  ])('keeps the rows that match %j', (filter, names) => {
    expect(named(filterRows(rows, filter))).toEqual(names)
  })
})

describe('countFacet', () => {
  it('ignores the choice of its own facet, and counts no unknown value', () => {
    const filter = { grade: 'expired' }
    expect([...countFacet(rows, filter, 'grade')]).toEqual([
      ['soon', 1],
      ['expired', 2],
    ])
    // Also by the work that several ways to reach a plant make.
    expect([...countFacet(rows, filter, 'reach')]).toEqual([
      ['dark', 1],
      ['visit', 1],
    ])
  })
})

describe('filterText', () => {
  it('describes search text, dates and facets with the labels on screen', () => {
    expect(filterText({})).toBe('')
    expect(
      filterText({
        q: 'brno',
        from: '2026-11-23',
        to: '2026-11-30',
        grade: 'urgent',
        reach: 'lockedOut',
        lifecycle: 'ACTIVE',
        auth: 'X509',
      }),
    ).toBe(
      'brno, Expires from 2026-11-23, Expires up to 2026-11-29, Expiry: Urgent, Contact: Locked out, ' +
        'Lifecycle: Active, Authentication method: X509',
    )
  })
})

describe('filtersInUse', () => {
  it('counts facets and thresholds, but not what the page shows elsewhere', () => {
    expect(filtersInUse({ q: 'brno', from: '2026-11-23' })).toBe(0)
    expect(filtersInUse({ grade: 'urgent', reach: 'dark', soon: 60 })).toBe(3)
  })
})
