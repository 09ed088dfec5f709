import { expect, it } from 'vitest'
import { findPlants } from './find-plants'
import { fleetIndex } from './read-fleet'
import { snapshotOf } from './test-fleets'
import { runSteps } from '@/lib/run-steps'

it('finds the first plants, and counts the others', () => {
  const plants = ['Brno', 'Praha', 'Brno jih'].map((name, at) => ({
    id: `p-${at}`,
    name,
    serialNumber: 'S',
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
  }))
  runSteps(fleetIndex.restore({ pages: snapshotOf(plants, 1_000), total: 3 }))
  expect(findPlants('brno', 1)).toMatchObject({ matches: 2, found: [{ name: 'Brno' }] })
  expect(findPlants('plzen', 1)).toEqual({ matches: 0, found: [] })
  fleetIndex.clear()
})
