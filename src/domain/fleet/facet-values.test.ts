import { describe, expect, it } from 'vitest'
import { facetOrder, facetTitle, facetValues, mergeSpellings } from './facet-values'
import { facetNames } from './fleet-filter'

describe('facetTitle', () => {
  it('has a title for each facet, and the key itself for metadata', () => {
    expect(facetOrder.toSorted()).toEqual([...facetNames].toSorted())
    expect(facetTitle('cert')).toBe('Certificate')
    expect(facetTitle('meta.region')).toBe('region')
  })
})

describe('facetValues', () => {
  const counts = new Map([['week', 3]])

  it('keeps the order of the buckets, with labels and counts', () => {
    expect(facetValues('cert', ['later', 'week', 'expired'], counts)).toEqual([
      { value: 'expired', label: 'Expired', count: 0 },
      { value: 'week', label: 'Expires within 7 days', count: 3 },
      { value: 'later', label: 'Valid for over 90 days', count: 0 },
    ])
  })

  it('puts values without an order of their own in that of their labels', () => {
    const values = facetValues('meta.region', ['Zlín', 'Brno'], counts).map(({ value }) => value)
    expect(values).toEqual(['Brno', 'Zlín'])
  })
})

describe('mergeSpellings', () => {
  it('counts the plants of all spellings under the first one', () => {
    const given = [
      { value: 'Žatec', count: 5 },
      { value: 'Brno', count: 4 },
      { value: 'zatec', count: 2 },
    ]
    expect([...mergeSpellings(given).values()]).toEqual([
      { value: 'Žatec', count: 7 },
      { value: 'Brno', count: 4 },
    ])
    expect(given[0]).toEqual({ value: 'Žatec', count: 5 })
  })
})
