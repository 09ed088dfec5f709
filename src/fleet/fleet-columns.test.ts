import { describe, expect, it } from 'vitest'
import type { FleetColumns } from './fleet-columns'
import { encodePlants } from './page-columns'
import { anyFleet, columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { readInstant } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

/** A plant as the index can show it. */
function expected(plant: Plant) {
  const { template, templateId } = plant
  const instant = (value: string | null | undefined) => readInstant(value) ?? null
  return {
    id: plant.id,
    name: plant.name,
    serialNumber: plant.serialNumber,
    type: plant.type,
    status: plant.status,
    lifecycleStatus: plant.lifecycleStatus,
    authMethod: plant.authMethod,
    authFailureCount: plant.authFailureCount ?? null,
    lastSeenAt: instant(plant.lastSeenAt),
    certificateExpiresAt: instant(plant.certificateExpiresAt),
    createdAt: instant(plant.createdAt),
    activatedAt: instant(plant.activatedAt),
    lastAuthFailureAt: instant(plant.lastAuthFailureAt),
    certificateFingerprint: plant.certificateFingerprint ?? undefined,
    certificateSerialNumber: plant.certificateSerialNumber ?? undefined,
    organizationId: plant.organizationId ?? null,
    template: template?.name ?? null,
    templateId: template?.id ?? templateId ?? null,
    unreadable: new Set(plant.unreadable),
  }
}

const rowsOf = (columns: FleetColumns) =>
  Array.from({ length: columns.end }, (_, row) => row).filter((row) => columns.alive[row] === 1)
const plantsIn = (columns: FleetColumns) => rowsOf(columns).map((row) => columns.plantAt(row))

describe('FleetColumns', () => {
  it('returns every plant as it was read', () => {
    fc.assert(
      fc.property(anyFleet, (plants) => {
        const shown = plantsIn(columnsOf(plants))
        expect(shown.map(expected)).toEqual(plants.map(expected))
      }),
    )
  })

  it('keeps a text that is not a date', () => {
    const columns = columnsOf([{ ...bare, id: 'a', lastSeenAt: 'yesterday' }])
    expect(readInstant(columns.plantAt(0).lastSeenAt)).toBeUndefined()
  })

  it('returns the same object for a plant until it is read again', () => {
    const columns = columnsOf([{ ...bare, id: 'a' }])
    const before = columns.plantAt(0)
    expect(columns.plantAt(0)).toBe(before)
    columns.addPage(encodePlants([{ ...bare, id: 'a', name: 'renamed' }], nowMs))
    expect(columns.plantAt(0).name).toBe('renamed')
  })

  it('replaces, removes and finds plants by ID, and never reuses a row for another plant', () => {
    const columns = columnsOf(['a', 'b', 'c'].map((id) => ({ ...bare, id })))
    columns.addPage(encodePlants([{ ...bare, id: 'b', name: 'renamed' }], nowMs))
    expect(columns.size).toBe(3)
    expect(columns.plantAt(columns.find('b')).name).toBe('renamed')
    columns.remove(columns.find('a'))
    columns.remove(columns.find('c'))
    expect([columns.find('a'), columns.size]).toEqual([-1, 1])
    columns.addPage(encodePlants([{ ...bare, id: 'd' }], nowMs))
    expect(columns.end).toBe(4)
    expect([columns.idOf(0), columns.plantAt(0).id]).toEqual(['', ''])
    expect(
      plantsIn(columns)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['b', 'd'])
  })

  it('drops the texts of a page when all of its plants were read again', () => {
    const plants = ['a', 'b'].map((id) => ({ ...bare, id }))
    const columns = columnsOf(plants)
    for (let pass = 0; pass < 5; pass += 1) columns.addPage(encodePlants(plants, nowMs))
    expect(columns.segments.size).toBe(1)
  })

  it('grows to any number of plants', () => {
    const columns = columnsOf(
      Array.from({ length: 3_000 }, (_, at) => ({ ...bare, id: `plant-${at}`, name: `FVE ${at}` })),
    )
    expect(columns.size).toBe(3_000)
    for (const at of [0, 1_023, 1_024, 2_999])
      expect(columns.plantAt(columns.find(`plant-${at}`)).name).toBe(`FVE ${at}`)
  })

  it('orders rows by ID as text', () => {
    fc.assert(
      fc.property(anyFleet, (plants) => {
        const columns = columnsOf(plants)
        const sorted = rowsOf(columns).toSorted((a, b) => columns.compareIds(a, b))
        const ids = plants.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))
        expect(sorted.map((row) => columns.idOf(row))).toEqual(ids)
      }),
    )
  })
})

const bare: Plant = {
  id: '',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}
