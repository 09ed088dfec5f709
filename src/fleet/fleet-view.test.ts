import { expect, it } from 'vitest'
import { facetColumns } from './facet-columns'
import { FleetView } from './fleet-view'
import { encodePlants } from './page-columns'
import { columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'

const plant = (id: string, status: string): Plant => ({
  id,
  name: `FVE ${id}`,
  serialNumber: id,
  type: 'GATEWAY',
  status,
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  metadata: id === 'c' ? null : '{"installer":"Elektro"}',
})
const columns = columnsOf([plant('a', 'ONLINE'), plant('b', 'OFFLINE'), plant('c', 'OFFLINE')])
const order = Uint32Array.of(2, 0, 1)
const facets = facetColumns(columns, nowMs)
const offline = [{ kind: 'facet', facet: 'status', values: ['OFFLINE'] }] as const

it('shows the matching plants in order, by place and by ID', () => {
  const view = new FleetView(columns, order, facets, { filter: offline, nowMs })
  expect(view.matches).toBe(2)
  expect([0, 1].map((place) => view.plantAt(place).name)).toEqual(['FVE c', 'FVE b'])
  expect(view.plantAt(0)).toBe(view.plantAt(0))
  expect(['c', 'b', 'a', 'z'].map(view.placeOf)).toEqual([0, 1, -1, -1])
  expect(view.idAt(1)).toBe('b')
  expect(view.readAtMs(1)).toBe(nowMs)
  expect(() => view.plantAt(2)).toThrow(RangeError)
})

it('counts the values of each facet, most frequent first', () => {
  const view = new FleetView(columns, order, facets, { filter: offline, nowMs })
  const valuesOf = (facet: string) => view.facets.find((one) => one.facet === facet)?.values
  expect(valuesOf('status')).toEqual([
    { value: 'OFFLINE', count: 2 },
    { value: 'ONLINE', count: 1 },
  ])
  expect(valuesOf('type')).toEqual([{ value: 'GATEWAY', count: 2 }])
  expect(valuesOf('meta.installer')).toEqual([{ value: 'Elektro', count: 1 }])
})

it('names the conditions that exclude a plant, including those about its metadata', () => {
  const filter = [
    ...offline,
    { kind: 'meta', key: 'installer', values: ['elektro'] },
    { kind: 'text', text: 'elektro' },
  ] as const
  const view = new FleetView(columns, order, facets, { filter, nowMs })
  expect(view.excluding('a')).toEqual([filter[0]])
  expect(view.excluding('b')).toEqual([])
  expect(view.excluding('c')).toEqual([filter[1], filter[2]])
  expect(view.excluding('z')).toEqual([])
})

it('never shows another plant in place of a removed one', () => {
  const own = columnsOf([plant('a', 'ONLINE'), plant('b', 'ONLINE')])
  const rows = Uint32Array.of(0, 1)
  const view = new FleetView(own, rows, facetColumns(own, nowMs), { filter: [], nowMs })
  own.remove(own.find('a'))
  own.addPage(encodePlants([plant('c', 'ONLINE')], nowMs))
  expect([view.idAt(0), view.plantAt(0).id, view.idAt(1)]).toEqual(['', '', 'b'])
  expect([0, 1].map(view.isGoneAt)).toEqual([true, false])
})

it('keeps the listed plants, and chosen ones with the hidden ones last', () => {
  const view = new FleetView(columns, order, facets, { filter: offline, nowMs })
  const idsOf = (frozen: ReturnType<typeof view.freeze>) =>
    Array.from(frozen, (one) => one.plant.id)
  expect(idsOf(view.freeze())).toEqual(['c', 'b'])
  expect(idsOf(view.freezeChosen(['a', 'z', 'b', 'c']))).toEqual(['c', 'b', 'a'])
})
