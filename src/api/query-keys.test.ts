import { hashKey } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { detailPlantId, passKeys, plantKeys } from './query-keys'

const queryOf = (queryKey: readonly unknown[]) => ({ queryKey, queryHash: hashKey(queryKey) })

it('recognizes the query of a single plant, and no other', () => {
  expect(detailPlantId(queryOf(plantKeys.detail('p')))).toBe('p')
  const others = [
    plantKeys.all,
    plantKeys.lists,
    plantKeys.list({ page: 1, limit: 20 }),
    plantKeys.certificateStats,
    plantKeys.energy('p'),
    plantKeys.commands('p'),
    passKeys.serialNumber('p'),
  ]
  expect(others.map((key) => detailPlantId(queryOf(key))).filter(Boolean)).toEqual([])
})

it('begins the keys of a plant’s data with that of the plant', () => {
  const detail = plantKeys.detail('p')
  for (const key of [plantKeys.energy('p'), plantKeys.commandPage('p', { page: 1 })]) {
    expect(key.slice(0, detail.length)).toEqual(detail)
  }
})
