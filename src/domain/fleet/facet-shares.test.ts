import { describe, expect, it } from 'vitest'
import { areSameShares, facetShares } from './facet-shares'

describe('facetShares', () => {
  it('lists every documented state in its own order, with its share and its plants', () => {
    const { shares, rest } = facetShares('status', [
      { value: 'OFFLINE', count: 1 },
      { value: 'ONLINE', count: 3 },
    ])
    expect(shares).toEqual([
      { value: 'ONLINE', label: 'Online', tone: 'ok', count: 3, pct: 75, line: 'status:ONLINE' },
      {
        value: 'DEGRADED',
        label: 'Degraded',
        tone: 'warn',
        count: 0,
        pct: 0,
        line: 'status:DEGRADED',
      },
      {
        value: 'OFFLINE',
        label: 'Offline',
        tone: 'danger',
        count: 1,
        pct: 25,
        line: 'status:OFFLINE',
      },
      {
        value: 'UNKNOWN',
        label: 'Unknown',
        tone: 'neutral',
        count: 0,
        pct: 0,
        line: 'status:UNKNOWN',
      },
    ])
    expect(rest).toEqual({ values: 0, plants: 0 })
  })

  it('adds values that the document does not name, without claiming that they are good', () => {
    const { shares } = facetShares('lifecycle', [
      { value: 'FROZEN', count: 2 },
      { value: '', count: 1 },
      { value: 'unreadable', count: 1 },
    ])
    expect(shares.slice(-3).map(({ label, tone, line }) => [label, tone, line])).toEqual([
      ['FROZEN', 'neutral', 'lifecycle:FROZEN'],
      ['Not given', 'neutral', 'lifecycle:""'],
      ['Unreadable', 'warn', 'lifecycle:unreadable'],
    ])
  })

  it('counts a state in lower case with the documented one, as the list’s filter does', () => {
    const [online] = facetShares('status', [
      { value: 'ONLINE', count: 1 },
      { value: 'online', count: 1 },
    ]).shares
    expect(online).toMatchObject({ count: 2, pct: 100 })
  })

  it('only counts the rarest of many values', () => {
    const counts = [5, 4, 3, 2, 1].map((count) => ({ value: `STATE-${count}`, count }))
    const { shares, rest } = facetShares('status', counts)
    expect(shares.map(({ value }) => value).slice(4)).toEqual(['STATE-3', 'STATE-4', 'STATE-5'])
    expect(rest).toEqual({ values: 2, plants: 3 })
    expect(shares.find(({ value }) => value === 'STATE-5')?.pct).toBeCloseTo(33.33)
  })

  it('gives an authentication method no tone, and an empty fleet no share', () => {
    const { shares } = facetShares('auth', [])
    expect(shares.map(({ label, tone, pct }) => [label, tone, pct])).toEqual([
      ['MTLS', undefined, 0],
      ['Token', undefined, 0],
      ['Password', undefined, 0],
    ])
  })
})

it('compares shares by their content', () => {
  const of = (count: number) => facetShares('seen', [{ value: 'hour', count }]).shares
  expect(areSameShares(of(1), of(1))).toBe(true)
  expect(areSameShares(of(1), of(2))).toBe(false)
  expect(areSameShares(of(1), [])).toBe(false)
})
