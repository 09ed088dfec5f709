import { expect, it } from 'vitest'
import { excludingConditions, withoutConditions } from './exclusion'
import { parseFilter, printFilter } from './filter-text'
import { matchesFilter } from './fleet-filter'
import type { Plant } from '@/api/plant-schemas'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const plant: Plant = {
  id: 'a',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: '2026-11-28T11:00:00Z',
}

it.each([
  ['', ''],
  ['brno status:online', ''],
  ['praha status:offline,online seen>2d type:GATEWAY', 'praha seen>2d'],
])('names the conditions of "%s" that keep a plant out: "%s"', (line, expected) => {
  const { filter } = parseFilter(line)
  const excluding = excludingConditions(plant, filter, nowMs)
  expect(printFilter(excluding)).toBe(expected)
  expect(matchesFilter(plant, filter, nowMs)).toBe(excluding.length === 0)
  expect(matchesFilter(plant, withoutConditions(filter, excluding), nowMs)).toBe(true)
})
