import { expect, it } from 'vitest'
import { facetColumns } from './facet-columns'
import { anyFleet, anyReading, columnsOf, nowMs } from './test-fleets'
import { facetNames } from '@/domain/fleet/fleet-filter'
import { facetValueOf } from '@/domain/fleet/test-plain-list'
import { fc } from '@/lib/test-properties'

it('has the same value for each plant as the plain rule', () => {
  fc.assert(
    fc.property(anyFleet, anyReading, (plants, readAtMs) => {
      const columns = columnsOf(plants, readAtMs)
      const facets = facetColumns(columns, nowMs)
      for (const facet of facetNames) {
        const { values = [], codes = [] } = facets.get(facet) ?? {}
        for (const [row, plant] of plants.entries())
          expect(values[codes[row] ?? 0]).toBe(facetValueOf(plant, facet, nowMs, readAtMs))
      }
    }),
  )
})
