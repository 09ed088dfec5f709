import { expect, it } from 'vitest'
import { FleetOrder } from './fleet-order'
import { encodePlants } from './page-columns'
import { anyFleet, anyPlant, columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { sortKeys } from '@/domain/fleet/fleet-sort'
import { comparePlants } from '@/domain/fleet/test-plain-list'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

const anySort = fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() })

it('stays in order while plants are changed, added and removed', () => {
  fc.assert(
    fc.property(anyFleet, fc.array(anyPlant, { maxLength: 8 }), anySort, (plants, later, sort) => {
      const columns = columnsOf(plants)
      const order = new FleetOrder(columns, sort)
      runSteps(order.settle())
      const byId = new Map(plants.map((plant) => [plant.id, plant]))
      for (const [at, plant] of later.entries()) {
        // Every other change concerns a plant of the list.
        const id = (at % 2 === 0 ? plants[at]?.id : undefined) ?? plant.id
        const changed = { ...plant, id, unreadable: [] }
        columns.addPage(encodePlants([changed], nowMs), (row) => () => order.note(row))
        byId.set(id, changed)
      }
      const [gone] = plants
      if (gone) {
        order.note(columns.find(gone.id))
        columns.remove(columns.find(gone.id))
        byId.delete(gone.id)
      }
      expect(order.now()).toHaveLength(columns.size)
      runSteps(order.settle())
      const wanted = [...byId.values()].toSorted(comparePlants(sort, nowMs))
      expect(Array.from(order.now(), (row) => columns.idOf(row))).toEqual(
        wanted.map(({ id }) => id),
      )
      expect(order.pending).toBe(0)
    }),
  )
})

it('sorts certificates that are not in use last, like missing ones', () => {
  const plant = (id: string, certificateExpiresAt: string | null, more: Partial<Plant> = {}) => ({
    id,
    name: id,
    serialNumber: 'S',
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
    certificateExpiresAt,
    ...more,
  })
  const columns = columnsOf([
    plant('a-revoked', '2026-01-01T00:00:00Z', { lifecycleStatus: 'REVOKED' }),
    plant('b-token', '2027-01-01T00:00:00Z', { authMethod: 'TOKEN' }),
    plant('c-none', null),
    plant('d-late', '2027-06-01T00:00:00Z'),
    plant('e-early', '2026-06-01T00:00:00Z'),
  ])
  const sorted = (isDescending: boolean) => {
    const order = new FleetOrder(columns, { key: 'cert', isDescending })
    runSteps(order.settle())
    return Array.from(order.now(), (row) => columns.idOf(row))
  }
  expect(sorted(false)).toEqual(['e-early', 'd-late', 'a-revoked', 'b-token', 'c-none'])
  expect(sorted(true)).toEqual(['d-late', 'e-early', 'a-revoked', 'b-token', 'c-none'])
})

it('keeps its order when plants change while they are being sorted', () => {
  const plant = (id: number, name: string) => ({
    id: `id-${id}`,
    name,
    serialNumber: 'S',
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
  })
  const plants = Array.from({ length: 6_000 }, (_, at) => plant(at, `FVE ${(at * 7_919) % 6_000}`))
  const columns = columnsOf(plants)
  const order = new FleetOrder(columns, { key: 'name', isDescending: false })
  const steps = order.settle()
  for (let step = 0; step < 4; step += 1) steps.next()
  for (let at = 0; at < 6_000; at += 100) {
    const changed = plant(at, `ZZ ${at}`)
    plants[at] = changed
    columns.addPage(encodePlants([changed], nowMs), (row) => () => order.note(row))
  }
  expect(order.now().toSorted()).toEqual(Uint32Array.from(plants.keys()))
  runSteps(steps)
  expect(order.pending).toBe(60)
  runSteps(order.settle())
  const wanted = plants.toSorted(comparePlants({ key: 'name', isDescending: false }, nowMs))
  expect(Array.from(order.now(), (row) => columns.idOf(row))).toEqual(wanted.map(({ id }) => id))
})
