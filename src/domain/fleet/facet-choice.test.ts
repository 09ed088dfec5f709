import { describe, expect, it } from 'vitest'
import { chosenValues, isFacetHelpful, toggleValue } from './facet-choice'
import type { FleetFilter } from './fleet-filter'

const word = { kind: 'text', text: 'fve' } as const
const offline = { kind: 'facet', facet: 'status', values: ['OFFLINE'] } as const

describe('chosenValues', () => {
  it('finds the values of every condition about a facet', () => {
    const filter: FleetFilter = [
      word,
      offline,
      { kind: 'facet', facet: 'status', values: ['degraded'] },
      { kind: 'meta', key: 'status', values: ['x'] },
    ]
    expect(chosenValues(filter, 'status')).toEqual(['OFFLINE', 'degraded'])
    expect(chosenValues(filter, 'meta.status')).toEqual(['x'])
    expect(chosenValues(filter, 'type')).toEqual([])
  })
})

describe('isFacetHelpful', () => {
  const facet = (key: 'status' | 'meta.meterId', ...counts: number[]) => ({
    facet: key,
    values: counts.map((count) => ({ count })),
  })
  const times = (length: number, count: number) => Array.from({ length }, () => count)

  it('needs something to choose', () => {
    expect(isFacetHelpful(facet('status', 9), [])).toBe(false)
    expect(isFacetHelpful(facet('status', 8, 1), [])).toBe(true)
    expect(isFacetHelpful(facet('meta.meterId', 9), [])).toBe(false)
    expect(isFacetHelpful(facet('meta.meterId', 1, 1), [])).toBe(true)
  })

  it('leaves out a metadata key whose many values hardly repeat', () => {
    expect(isFacetHelpful(facet('meta.meterId', ...times(7, 1)), [])).toBe(true)
    expect(isFacetHelpful(facet('meta.meterId', ...times(8, 1)), [])).toBe(false)
    expect(isFacetHelpful(facet('meta.meterId', ...times(60, 1)), [])).toBe(false)
    expect(isFacetHelpful(facet('meta.meterId', 8, ...times(7, 1)), [])).toBe(false)
    expect(isFacetHelpful(facet('meta.meterId', 9, ...times(7, 1)), [])).toBe(true)
    expect(isFacetHelpful(facet('meta.meterId', ...times(60, 2)), [])).toBe(true)
    expect(isFacetHelpful(facet('status', ...times(8, 1)), [])).toBe(true)
  })

  it('keeps a facet that the filter names', () => {
    const filter: FleetFilter = [{ kind: 'meta', key: 'meterId', values: ['M-1'] }]
    expect(isFacetHelpful(facet('meta.meterId', ...times(60, 1)), filter)).toBe(true)
    expect(isFacetHelpful(facet('meta.meterId', 1), filter)).toBe(true)
    expect(isFacetHelpful(facet('status', 9), filter)).toBe(false)
  })
})

describe('toggleValue', () => {
  it('adds a condition at the end, and further values to it', () => {
    const one = toggleValue([word], 'status', 'OFFLINE')
    expect(one).toEqual([word, offline])
    expect(toggleValue(one, 'status', 'ONLINE')).toEqual([
      word,
      { ...offline, values: ['OFFLINE', 'ONLINE'] },
    ])
  })

  it('removes a value, and the condition with its last one', () => {
    expect(toggleValue([word, offline], 'status', 'offline')).toEqual([word])
  })

  it('joins several conditions about a facet in the place of the first', () => {
    const filter: FleetFilter = [offline, word, { ...offline, values: ['ONLINE'] }]
    expect(toggleValue(filter, 'status', 'UNKNOWN')).toEqual([
      { ...offline, values: ['OFFLINE', 'ONLINE', 'UNKNOWN'] },
      word,
    ])
  })

  it('chooses metadata values under their key', () => {
    expect(toggleValue([], 'meta.installer', 'Elektro')).toEqual([
      { kind: 'meta', key: 'installer', values: ['Elektro'] },
    ])
  })
})
