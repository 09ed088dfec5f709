import { afterEach, beforeEach, expect, it } from 'vitest'
import { findBySerialNumber, findPlants } from './find-plants'
import { fleetIndex } from './read-fleet'
import { snapshotOf } from './test-fleets'
import { runSteps } from '@/lib/run-steps'

beforeEach(() => {
  const plants = ['Brno', 'Praha', 'Brno jih', 'Κως'].map((name, at) => ({
    id: `p-${at}`,
    name,
    serialNumber: `CPI-21-00011${at}-9`,
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
  }))
  runSteps(fleetIndex.restore({ pages: snapshotOf(plants, 1_000), total: 4 }))
})
afterEach(() => fleetIndex.clear())

it('finds the first plants, and counts the others', () => {
  expect(findPlants('brno', 1)).toMatchObject({ matches: 2, found: [{ name: 'Brno' }] })
  expect(findPlants('plzen', 1)).toEqual({ matches: 0, found: [] })
})

it('finds serial numbers with other separators, and counts the others', () => {
  expect(findPlants('CPI210001109', 3).matches).toBe(0)
  const praha = { matches: 1, found: [{ name: 'Praha', serialNumber: 'CPI-21-000111-9' }] }
  expect(findBySerialNumber('CPI210001119', 3)).toMatchObject(praha)
  expect(findBySerialNumber('cpi/21/000111/9', 3)).toMatchObject(praha)
  expect(findBySerialNumber('CPI2100011', 2)).toMatchObject({
    matches: 4,
    found: [{ name: 'Brno' }, { name: 'Praha' }],
  })
  // Its search text is kept apart from that of the others.
  expect(findBySerialNumber('cpi210001139', 1)).toMatchObject({ found: [{ name: 'Κως' }] })
})

it('finds no plant by the letters of other fields, or by few characters', () => {
  expect(findBySerialNumber('Brnojih', 3).matches).toBe(0)
  expect(findBySerialNumber('CPI2', 3).matches).toBe(0)
})

it('finds no plant that is gone', () => {
  fleetIndex.columns.remove(fleetIndex.columns.find('p-1'))
  expect(findBySerialNumber('CPI210001119', 3).matches).toBe(0)
})
