import { describe, expect, it } from 'vitest'
import { figureTable, percentile } from './figures'

describe('percentile', () => {
  it('uses the nearest rank, whatever the order of the samples', () => {
    const samples = Array.from({ length: 200 }, (_, at) => 200 - at)
    expect(percentile(samples, 0.5)).toBe(100)
    expect(percentile(samples, 0.99)).toBe(198)
    expect(percentile([7], 0.99)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe('figureTable', () => {
  it('shows each figure next to its target with a verdict', () => {
    const table = figureTable([
      { name: 'seed', measuredMs: 17_500, targetMs: 60_000 },
      { name: 'page', measuredMs: 8.1, targetMs: 5 },
      { name: 'bare', measuredMs: 0.5 },
    ])
    expect(table.split('\n').slice(1)).toEqual([
      'seed   17.50 s  60.00 s  ok',
      'page   8.10 ms  5.00 ms  over',
      'bare   0.50 ms',
    ])
  })
})
