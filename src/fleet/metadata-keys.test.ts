import { expect, it } from 'vitest'
import { metadataKeysOf } from './metadata-keys'
import { columnsOf } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'

const plant = (id: string, metadata: Record<string, unknown>): Plant => ({
  id,
  name: `FVE ${id}`,
  serialNumber: id,
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  metadata: JSON.stringify(metadata),
})
const keysOf = (...plants: Plant[]) => metadataKeysOf(columnsOf(plants))

it('knows keys that are no facets, but none without a value of their own', () => {
  const plants = Array.from({ length: 70 }, (_, at) => plant(`p${at}`, { meterId: `m${at}` }))
  const { names, areAll } = keysOf(...plants, plant('q', { vendor: 'ABB', site: { city: 'Brno' } }))
  expect(names).toEqual(['meterId', 'vendor'])
  expect(areAll).toBe(true)
})

it('shows when plants have more keys than the search text can mark', () => {
  const withKeys = (length: number) =>
    plant('a', Object.fromEntries(Array.from({ length }, (_, at) => [`k${at}`, 'x'])))
  expect(keysOf(withKeys(100)).areAll).toBe(true)
  const { names, areAll } = keysOf(withKeys(120))
  expect(areAll).toBe(false)
  expect(names.length).toBeLessThan(120)
})
