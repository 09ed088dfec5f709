import { expect, it } from 'vitest'
import { scanFleet } from './fleet-scan'
import { recordingScan } from './past-readings'
import { columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { readStateAt } from '@/domain/fleet-changes/fleet-reading'
import { runSteps } from '@/lib/run-steps'

const plant = (id: string): Plant => ({
  id,
  name: `FVE ${id}`,
  serialNumber: id,
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
})

it('records all plants of the index, with the time of each reading and what they rest on', () => {
  const columns = columnsOf([plant('a'), plant('b'), plant('c')])
  columns.remove(columns.find('b'))
  const completeness = { kind: 'incomplete', gap: 'moved' } as const
  const index = { getState: () => ({ ...noState, completeness }) }
  const reading = runSteps(scanFleet(columns, recordingScan(index)))
  expect(reading).toMatchObject({ plants: 2, basis: 'incomplete' })
  expect([0, 1].map((place) => readStateAt(reading, place))).toMatchObject([
    { id: 'a', status: 'ONLINE', readAtMs: nowMs },
    { id: 'c', status: 'ONLINE', readAtMs: nowMs },
  ])
})

const noState = {
  version: 1,
  plants: 2,
  total: 2,
  isFromSnapshot: false,
  isPassing: false,
  passesEnded: 1,
  isOverLimit: false,
  outage: undefined,
}
