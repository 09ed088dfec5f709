import { expect, it } from 'vitest'
import { facetColumns } from './facet-columns'
import { FleetColumns } from './fleet-columns'
import { countValues, matchFleet } from './fleet-query'
import { encodePlants } from './page-columns'
import { snapshotPages } from './snapshot-pages'
import { nowMs } from './test-fleets'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { fc } from '@/lib/test-properties'

type Metadata = Record<string, string | number>

/** A page of the list, the removal of a plant, or a reload. Plants have few IDs, so that most are read several times. */
type Step = { id: string; metadata: Metadata }[] | string
const reload = 'reload'

const plantId = fc.nat(90).map((number) => `p-${number}`)
const fewKeys = fc.constantFrom('installer', 'region', '__proto__', 'a b')
/** More than a page can hold. */
const manyKeys = fc.oneof(
  fewKeys,
  fc.noBias(fc.nat(250)).map((number) => `key-${number}`),
)
const fewValues = fc.oneof(fc.constantFrom('Elektro', 'elektro', 'Žatec', ''), fc.nat(3))
const manyValues = fc.oneof(fewValues, ...Array.from({ length: 3 }, () => fc.noBias(fc.nat(150))))

function pageOf(key: fc.Arbitrary<string>, value: fc.Arbitrary<string | number>, maxKeys: number) {
  const metadata: fc.Arbitrary<Metadata> = fc.dictionary(key, value, { maxKeys, size: 'max' })
  const plant = fc.record({ id: plantId, metadata })
  const selector = ({ id }: { id: string }) => id
  return fc.uniqueArray(plant, { minLength: 20, maxLength: 40, selector })
}

function stepsOf(...page: Parameters<typeof pageOf>) {
  return listOf(pageOf(...page), pageOf(...page), plantId)
}

function listOf(...steps: fc.Arbitrary<Step>[]) {
  const step = fc.oneof(...steps)
  return fc.array(step, { minLength: 2, maxLength: 10 })
}

/** Making a counterexample of some hundred plants smaller would take minutes. */
const options = { endOnFailure: true }

const bare = {
  name: 'FVE',
  serialNumber: 'S',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}

/** Reads and removes plants, and returns what the facets count beside what plain counting gives. */
function countBoth(steps: readonly Step[]) {
  let columns = new FleetColumns()
  const known = new Map<string, Metadata>()
  const everOf = new Map<string, Set<string>>()
  for (const [at, step] of steps.entries()) {
    if (step === reload) {
      const copy = new FleetColumns()
      for (const page of snapshotPages(columns)) copy.restorePage(page)
      columns = copy
      continue
    }
    if (typeof step === 'string') {
      columns.remove(columns.find(step))
      known.delete(step)
      continue
    }
    const page = step.map(({ id, metadata }) => ({
      ...bare,
      id,
      metadata: JSON.stringify(metadata),
    }))
    columns.addPage(encodePlants(page, nowMs + at))
    for (const { id, metadata } of step) {
      known.set(id, metadata)
      for (const [key, value] of Object.entries(metadata)) {
        if (value === '') continue
        everOf.set(key, (everOf.get(key) ?? new Set()).add(String(value)))
      }
    }
  }
  const facets = facetColumns(columns, nowMs)
  const match = matchFleet(columns, facets, [], nowMs)
  const counted = [...facets].flatMap(([facet, column]) => {
    const key = metaKeyOf(facet)
    if (key === undefined) return []
    const counts = new Map(countValues(columns, column, match, facet))
    counts.delete('')
    return [[key, counts] as const]
  })
  return { counted: new Map(counted), known: [...known.values()], everOf }
}

function plainCounts(plants: readonly Metadata[], key: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const metadata of plants) {
    const value = String(Object.hasOwn(metadata, key) ? metadata[key] : '')
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

it('counts every key with up to 60 values, as plants are read, read again and removed', () => {
  let [narrow, wide] = [0, 0]
  fc.assert(
    fc.property(stepsOf(fewKeys, manyValues, 4), (steps) => {
      const { counted, known, everOf } = countBoth(steps)
      const keys = [...everOf].filter(([, values]) => values.size <= 60).map(([key]) => key)
      expect([...counted.keys()].toSorted()).toEqual(keys.toSorted())
      for (const key of keys) expect(counted.get(key)).toEqual(plainCounts(known, key))
      narrow += keys.length
      wide += everOf.size - keys.length
    }),
    options,
  )
  expect(Math.min(narrow, wide)).toBeGreaterThan(20)
})

it('counts all plants for each key that it counts, however many keys there are', () => {
  let [counts, left] = [0, 0]
  fc.assert(
    fc.property(stepsOf(manyKeys, manyValues, 12), (steps) => {
      const { counted, known, everOf } = countBoth(steps)
      for (const [key, own] of counted) expect(own).toEqual(plainCounts(known, key))
      counts += counted.size
      left += everOf.size - counted.size
    }),
    options,
  )
  expect(Math.min(counts, left)).toBeGreaterThan(20)
})

it.each([
  ['few', fewKeys, 4],
  ['many', manyKeys, 12],
] as const)('counts all plants for each of %s keys after reloads, too', (_how, key, maxKeys) => {
  let [counts, left] = [0, 0]
  const page = pageOf(key, manyValues, maxKeys)
  fc.assert(
    fc.property(listOf(page, page, page, plantId, fc.constant(reload)), (steps) => {
      const { counted, known, everOf } = countBoth(steps)
      for (const [one, own] of counted) expect(own).toEqual(plainCounts(known, one))
      counts += counted.size
      left += everOf.size - counted.size
    }),
    options,
  )
  expect(Math.min(counts, left)).toBeGreaterThan(20)
})
