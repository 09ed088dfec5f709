import { expect, test } from 'vitest'
import { plantActions } from './plant-action-names'
import { plantActionLabels } from './plant-actions'

test('every action has one name and a label of its own', () => {
  expect(new Set(plantActions).size).toBe(plantActions.length)
  const labels = plantActions.map((action) => plantActionLabels[action])
  expect(new Set(labels).size).toBe(plantActions.length)
})
