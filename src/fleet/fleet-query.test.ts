import { describe, expect, it } from 'vitest'
import { facetColumns } from './facet-columns'
import { FleetOrder } from './fleet-order'
import { countValues, matchFleet, matchingRows } from './fleet-query'
import { anyCondition, anyFleet, anyReading, columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import type { FacetKey } from '@/domain/fleet/facet-choice'
import { type Condition, type FleetFilter, facetNames } from '@/domain/fleet/fleet-filter'
import { sortKeys } from '@/domain/fleet/fleet-sort'
import { comparePlants, facetValueOf, matchesFilter } from '@/domain/fleet/test-plain-list'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

const anyFilter = fc.array(anyCondition, { maxLength: 4 })
const anySort = fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() })

function query(plants: readonly Plant[], filter: FleetFilter, readAtMs = nowMs) {
  const columns = columnsOf(plants, readAtMs)
  const facets = facetColumns(columns, nowMs)
  const match = matchFleet(columns, facets, filter, nowMs)
  return { columns, facets, match }
}

describe('a query', () => {
  it('finds the same plants as the plain rules, in the same order', () => {
    let [found, missed] = [0, 0]
    fc.assert(
      fc.property(anyFleet, anyFilter, anySort, anyReading, (plants, filter, sort, readAtMs) => {
        const { columns, match } = query(plants, filter, readAtMs)
        const order = new FleetOrder(columns, sort)
        runSteps(order.settle())
        const ids = Array.from(matchingRows(columns, order.now(), match), (row) =>
          columns.idOf(row),
        )
        const wanted = plants
          .filter((plant) => matchesFilter(plant, filter, nowMs, readAtMs))
          .toSorted(comparePlants(sort, readAtMs))
        expect(ids).toEqual(wanted.map(({ id }) => id))
        found += wanted.length
        missed += plants.length - wanted.length
      }),
    )
    expect(Math.min(found, missed)).toBeGreaterThan(100)
  })

  it('judges each condition like the plain rule, whenever the fleet was read', () => {
    // Several conditions hide each other's mistakes.
    fc.assert(
      fc.property(anyFleet, anyCondition, anyReading, (plants, condition, readAtMs) => {
        const { columns, match } = query(plants, [condition], readAtMs)
        const rows = Uint32Array.from(plants.keys())
        const ids = Array.from(matchingRows(columns, rows, match), (row) => columns.idOf(row))
        const wanted = plants.filter((plant) => matchesFilter(plant, [condition], nowMs, readAtMs))
        expect(ids).toEqual(wanted.map(({ id }) => id))
      }),
    )
  })

  it('counts the values of a facet as if it had no condition of its own', () => {
    fc.assert(
      fc.property(anyFleet, anyFilter, (plants, filter) => {
        const { columns, facets, match } = query(plants, filter)
        for (const facet of facetNames) {
          const column = facets.get(facet)
          if (!column) throw new Error(facet)
          const isOther = (condition: Condition) =>
            condition.kind !== 'facet' || condition.facet !== facet
          const counts = new Map<string, number>()
          for (const plant of plants) {
            if (!matchesFilter(plant, filter.filter(isOther), nowMs)) continue
            const value = facetValueOf(plant, facet, nowMs)
            counts.set(value, (counts.get(value) ?? 0) + 1)
          }
          expect(countValues(columns, column, match, facet)).toEqual(counts)
        }
      }),
    )
  })

  it('counts the values of metadata keys, but not of those with many', () => {
    const plants = Array.from({ length: 80 }, (_, at) => ({
      id: `p-${at}`,
      name: 'FVE',
      serialNumber: 'S',
      type: 'GATEWAY',
      status: 'ONLINE',
      lifecycleStatus: 'ACTIVE',
      authMethod: 'MTLS',
      metadata: JSON.stringify({ installer: at % 2 === 0 ? 'Elektro' : 'SolarMont', ean: at }),
    }))
    const { columns, facets, match } = query(plants, [
      { kind: 'meta', key: 'installer', values: ['elektro'] },
    ])
    const metaKeys = [...facets.keys()].filter((key) => key.startsWith('meta.'))
    expect(metaKeys).toEqual(['meta.installer'])
    const installer: FacetKey = 'meta.installer'
    const column = facets.get(installer)
    expect(column && countValues(columns, column, match, installer)).toEqual(
      new Map([
        ['Elektro', 40],
        ['SolarMont', 40],
      ]),
    )
    const byEan = query(plants, [{ kind: 'meta', key: 'ean', values: ['7'] }])
    expect(byEan.match.failed.slice(0, 80).filter((bits) => bits === 0)).toHaveLength(1)
  })
})
