import { expect, test } from 'vitest'
import { isResting, isWithdrawn, lifecycleMeaning, lifecycleMeanings } from './lifecycle'

test('only a plant in operation is green', () => {
  const green = Object.entries(lifecycleMeanings).filter(([, { tone }]) => tone === 'ok')
  expect(green.map(([name]) => name)).toEqual(['ACTIVE'])
})

test('every state has a different label', () => {
  const labels = Object.values(lifecycleMeanings).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
})

test('a revoked or decommissioned plant is withdrawn, and no other', () => {
  const states = [...Object.keys(lifecycleMeanings), 'ARCHIVED', '', null, undefined]
  expect(states.filter(isWithdrawn)).toEqual(['REVOKED', 'DECOMMISSIONED'])
  expect(states.filter(isResting)).toEqual(['PENDING', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED'])
})

test.each([
  [{ lifecycleStatus: 'ACTIVE' }, 'Active'],
  [{ lifecycleStatus: 'FROZEN' }, 'FROZEN'],
  [{ lifecycleStatus: '' }, 'Not given'],
  [{}, 'Not given'],
  [{ lifecycleStatus: '', unreadable: ['lifecycleStatus'] }, 'Unreadable'],
  [{ lifecycleStatus: 'ACTIVE', unreadable: ['status'] }, 'Active'],
])('the lifecycle of %j is %s', (plant, label) => {
  expect(lifecycleMeaning(plant).label).toBe(label)
})
