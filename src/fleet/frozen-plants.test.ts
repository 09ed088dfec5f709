import { expect, it } from 'vitest'
import { freezePlants } from './frozen-plants'
import { encodePlants } from './page-columns'
import { columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'

const plant = (id: string, status = 'ONLINE'): Plant => ({
  id,
  name: `FVE ${id}`,
  serialNumber: id,
  type: 'GATEWAY',
  status,
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 1,
  lastSeenAt: '2026-11-28T11:00:00Z',
})

it('keeps plants and their order, even when they change or are removed', () => {
  const columns = columnsOf([plant('a'), plant('b'), plant('c')])
  const frozen = freezePlants(columns, [2, 0])
  const before = [...frozen]
  expect(before.map((one) => one.plant.name)).toEqual(['FVE c', 'FVE a'])
  const changed = {
    ...plant('c', 'OFFLINE'),
    name: 'renamed',
    authFailureCount: 7,
    lastSeenAt: null,
  }
  columns.addPage(encodePlants([changed, plant('d', 'Neznámý')], nowMs + 1_000))
  columns.remove(columns.find('a'))
  expect([...frozen]).toEqual(before)
  expect(frozen.count).toBe(2)
})

it('returns the time of the oldest reading of its plants', () => {
  const columns = columnsOf([plant('a'), plant('b')])
  columns.addPage(encodePlants([plant('b')], nowMs + 1_000))
  expect(freezePlants(columns, [0, 1]).oldestReadAtMs).toBe(nowMs)
  expect(freezePlants(columns, [1]).oldestReadAtMs).toBe(nowMs + 1_000)
  expect(freezePlants(columns, []).oldestReadAtMs).toBeUndefined()
})

it('leaves out rows whose plant is gone', () => {
  const columns = columnsOf([plant('a'), plant('b')])
  columns.remove(columns.find('a'))
  const frozen = freezePlants(columns, [0, 1, 9])
  expect([frozen.count, ...Array.from(frozen, (one) => one.plant.id)]).toEqual([1, 'b'])
})
