import { expect, it } from 'vitest'
import { facetColumns } from './facet-columns'
import { FleetColumns } from './fleet-columns'
import { matchFleet } from './fleet-query'
import { encodePlants } from './page-columns'
import { snapshotPages } from './snapshot-pages'
import { anyCondition, anyFleet, columnsOf, nowMs } from './test-fleets'
import { findMetadata } from './text-hits'
import { fc } from '@/lib/test-properties'

const plantOf = (id: string) => ({
  id,
  name: 'FVE',
  serialNumber: 'S',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
})

function restored(columns: FleetColumns): FleetColumns {
  const copy = new FleetColumns()
  // As the browser's database does.
  for (const page of snapshotPages(columns)) copy.restorePage(structuredClone(page))
  return copy
}

it('gives the same plants and the same matches as the fleet it was made from', () => {
  fc.assert(
    fc.property(anyFleet, anyCondition, (plants, condition) => {
      const columns = columnsOf(plants)
      const [first, second] = plants
      // Rows that were read again, and one that is gone, leave holes in their pages.
      if (first)
        columns.addPage(encodePlants([{ ...first, metadata: '{"new":1,"region":"x"}' }], nowMs))
      if (second) columns.remove(columns.find(second.id))
      const copy = restored(columns)
      const matchesOf = (fleet: FleetColumns) => {
        const { failed } = matchFleet(fleet, facetColumns(fleet, nowMs), [condition], nowMs)
        const rows = Array.from({ length: fleet.end }, (_, row) => row)
        return rows
          .filter((row) => fleet.alive[row] === 1)
          .map((row) => ({ ...fleet.plantAt(row), isMatch: failed[row] === 0 }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      }
      expect(matchesOf(copy)).toEqual(matchesOf(columns))
    }),
  )
})

it('finds, orders and replaces its plants like the fleet it was made from', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const columns = columnsOf(plants)
      const copy = restored(columns)
      for (const { id } of plants) expect(copy.idOf(copy.find(id))).toBe(id)
      for (const [at, { id }] of plants.entries()) {
        const next = plants[at + 1]?.id
        if (next === undefined) continue
        const orderIn = (fleet: FleetColumns) => fleet.compareIds(fleet.find(id), fleet.find(next))
        expect(orderIn(copy)).toBe(orderIn(columns))
      }
      const [first] = plants
      if (!first) return
      copy.addPage(encodePlants([{ ...first, name: 'renamed' }], nowMs + 1))
      expect(copy.size).toBe(plants.length)
      expect(copy.plantAt(copy.find(first.id)).name).toBe('renamed')
      copy.remove(copy.find(first.id))
      expect(copy.find(first.id)).toBe(-1)
    }),
  )
})

it('stores a plant once that is read again between two steps, and no other twice', () => {
  const plants = Array.from({ length: 3_000 }, (_, at) => plantOf(`p-${at}`))
  const columns = columnsOf(plants)
  const steps = snapshotPages(columns)
  const first = steps.next().value
  if (!first) throw new Error('There is a first page.')
  columns.addPage(encodePlants([plantOf('p-0'), plantOf('p-2999'), plantOf('new')], nowMs + 1))
  const copy = new FleetColumns()
  for (const page of [first, ...steps]) copy.restorePage(page)
  expect(copy.size).toBe(3_000)
  expect(new Set(plants.map(({ id }) => copy.find(id))).size).toBe(3_000)
})

it('joins many small pages into a few large ones', () => {
  const plants = Array.from({ length: 5_000 }, (_, at) => plantOf(`p-${at}`))
  const pages = [...snapshotPages(columnsOf(plants))]
  expect(pages).toHaveLength(5)
  expect(pages.reduce((sum, { rows }) => sum + rows, 0)).toBe(5_000)
})

it('finds the values of every metadata key, however many keys the pages have together', () => {
  const key = fc.noBias(fc.nat(250)).map((number) => `key-${number}`)
  const metadata = fc.dictionary(key, fc.nat(3), { minKeys: 5, maxKeys: 12, size: 'max' })
  fc.assert(
    fc.property(fc.array(metadata, { minLength: 14, maxLength: 40 }), (all) => {
      const columns = columnsOf(
        all.map((one, at) => ({ ...plantOf(`p-${at}`), metadata: JSON.stringify(one) })),
      )
      const copy = restored(columns)
      // One character beyond Latin-1 would double the memory of the text.
      expect([...copy.segments].map(({ texts }) => texts.wide).join('')).toBe('')
      for (const name of new Set(all.flatMap((one) => Object.keys(one)))) {
        const found = new Set<string>()
        findMetadata(copy, name, ['1'], (row) => found.add(copy.idOf(row)))
        expect(found).toEqual(
          new Set(all.flatMap((one, at) => (one[name] === 1 ? [`p-${at}`] : []))),
        )
      }
    }),
    // Making a counterexample of some hundred keys smaller would take minutes.
    { endOnFailure: true },
  )
})
