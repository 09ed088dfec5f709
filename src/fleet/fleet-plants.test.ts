import { describe, expect, it } from 'vitest'
import { fleetAttribute, limitableKeys, membersById, plantFinder, plantsById } from './fleet-plants'
import { encodePlants } from './page-columns'
import { anyFleet, columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { whyLeftOut } from '@/domain/runs/run-eligibility'
import { attributeValues } from '@/domain/runs/run-plant'
import { fc } from '@/lib/test-properties'

const plant = (id: string, serialNumber: string, change: Partial<Plant> = {}): Plant => ({
  id,
  name: `FVE ${id}`,
  serialNumber,
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  ...change,
})

it('returns plants in the order asked for, and what is missing', () => {
  const columns = columnsOf([plant('a', '1'), plant('b', '2'), plant('c', '3')])
  columns.remove(columns.find('c'))
  const { found, missing } = plantsById(columns, ['b', 'c', 'a', 'z'])
  expect(found.map((one) => one.plant.name)).toEqual(['FVE b', 'FVE a'])
  expect(found[0]?.readAtMs).toBe(nowMs)
  expect(missing).toEqual(['c', 'z'])
})

it('builds a plant again only when it was read again', () => {
  const columns = columnsOf([plant('a', '1'), plant('b', '2')])
  const [a, b] = plantsById(columns, ['a', 'b']).found
  columns.addPage(encodePlants([plant('b', '2', { status: 'OFFLINE' })], nowMs + 1))
  const [sameA, newB] = plantsById(columns, ['a', 'b']).found
  expect(sameA).toBe(a)
  expect([b?.plant.status, newB?.plant.status]).toEqual(['ONLINE', 'OFFLINE'])
})

it('judges plants without their texts alike', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const columns = columnsOf(plants)
      const ids = [...plants.map(({ id }) => id), 'unknown']
      for (const kind of ['command', 'suspend', 'reactivate'] as const) {
        const question = { kind, withUnreachable: false, nowMs }
        const whole = plantsById(columns, ids).found.map((one) => one.plant)
        expect(membersById(columns, ids).map((one) => whyLeftOut(one, question))).toEqual(
          whole.map((one) => whyLeftOut(one, question)),
        )
      }
    }),
  )
})

describe('the finder', () => {
  const columns = columnsOf([
    plant('a', 'SN-1'),
    plant('b', 'sn-2'),
    plant('c', 'Twin'),
    plant('d', 'Twin'),
    plant('e', 'Case'),
    plant('f', 'CASE'),
    plant('g', ''),
    plant('h', 'gone'),
    plant('i', 'a'),
    plant('j', 'SN-1234-56'),
    plant('k', 'CPI 21 000110'),
    plant('l', 'CPI-2100-0110'),
  ])
  columns.remove(columns.find('h'))
  const find = plantFinder(columns)

  it.each([
    ['SN-1', ['a']],
    ['sn-1', ['a']],
    ['SN-2', ['b']],
    ['B', ['b']],
    ['Twin', ['c', 'd']],
    ['CASE', ['f']],
    ['case', ['e', 'f']],
    ['SN', []],
    ['gone', []],
    ['', []],
    // The ID of one plant, and the serial number of another.
    ['a', ['a', 'i']],
  ])('finds %j', (text, ids) => {
    expect(find(text)).toEqual({ ids, isRespelled: ids.length === 0 })
  })

  it.each([
    ['SN123456', ['j']],
    ['sn 1234 56', ['j']],
    ['CPI21000110', ['k', 'l']],
    // A part of a serial number names no plant.
    ['SN-1234', []],
    ['SN1', []],
  ])('finds %j, whatever its separators', (text, ids) => {
    expect(find(text)).toEqual({ ids, isRespelled: true })
  })

  it.each([
    ['CPI 21 000110', ['k']],
    ['cpi-2100-0110', ['l']],
  ])('prefers the same separators: %j', (text, ids) => {
    expect(find(text)).toEqual({ ids, isRespelled: false })
  })
})

describe('attributes', () => {
  it('agree with those of each plant', () => {
    fc.assert(
      fc.property(anyFleet, (plants) => {
        const columns = columnsOf(plants)
        // The list names a template by its ID, wherever that is.
        const agreeing = plants.filter(
          ({ templateId, template }) => !templateId || !template || templateId === template.id,
        )
        for (const attribute of ['organization', 'template', 'type', ...limitableKeys(columns)]) {
          const read = fleetAttribute(columns, attribute)
          for (const one of agreeing) {
            expect(attributeValues(one, attribute)).toEqual([read?.valueOf(one.id)])
          }
        }
      }),
    )
  })

  it('count all plants of the index, also those without a value', () => {
    const installer = (name: string) => ({ metadata: `{"installer":"${name}"}` })
    const columns = columnsOf([
      plant('a', '1', installer('Elektro')),
      plant('b', '2', { ...installer('Elektro'), organizationId: 'o-1' }),
      plant('c', '3'),
      plant('d', '4', installer('Solar')),
    ])
    columns.remove(columns.find('d'))
    expect(limitableKeys(columns)).toEqual(['meta.installer'])
    const counts = (attribute: string) => [...(fleetAttribute(columns, attribute)?.counts ?? [])]
    expect(counts('meta.installer')).toEqual([
      ['Elektro', 2],
      ['', 1],
    ])
    expect(counts('organization')).toEqual([
      ['', 2],
      ['o-1', 1],
    ])
    expect(fleetAttribute(columns, 'type')?.valueOf('z')).toBe('')
    expect(fleetAttribute(columns, 'group')).toBeUndefined()
    expect(fleetAttribute(columns, 'meta.none')).toBeUndefined()
  })
})
