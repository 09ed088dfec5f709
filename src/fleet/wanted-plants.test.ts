import { expect, it } from 'vitest'
import { columnsOf } from './test-fleets'
import { wantedPlants } from './wanted-plants'
import type { Plant } from '@/api/plant-schemas'

const plant = (id: string, given: Partial<Plant> = {}): Plant => ({
  id,
  name: id,
  serialNumber: 'S',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'TOKEN',
  ...given,
})
const offline = (id: string, lastSeenAt: string) => plant(id, { status: 'OFFLINE', lastSeenAt })
const fleet = () =>
  columnsOf([
    plant('a'),
    offline('later', '2026-11-27T12:00:00Z'),
    plant('b'),
    offline('first', '2026-11-20T12:00:00Z'),
  ])

it('takes plants in trouble first, the most urgent before the others', () => {
  expect(wantedPlants(fleet(), 10)).toEqual({ urgent: ['first', 'later'], rest: ['a', 'b'] })
})

it.each([
  [3, ['first', 'later'], ['a']],
  [1, ['first'], []],
])('takes %d plants at most', (most, urgent, rest) => {
  expect(wantedPlants(fleet(), most)).toEqual({ urgent, rest })
})

it('counts a plant that waits for its credentials among the others', () => {
  const columns = columnsOf([plant('new', { lifecycleStatus: 'PENDING', status: 'OFFLINE' })])
  expect(columns.urgency[0]).toBeLessThan(Infinity)
  expect(wantedPlants(columns, 10)).toEqual({ urgent: [], rest: ['new'] })
})

it('leaves out plants that are gone', () => {
  const columns = fleet()
  columns.remove(columns.find('first'))
  columns.remove(columns.find('a'))
  expect(wantedPlants(columns, 10)).toEqual({ urgent: ['later'], rest: ['b'] })
})
