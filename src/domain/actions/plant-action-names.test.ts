import { expect, test } from 'vitest'
import { plantActions } from './plant-action-names'
import { plantActionLabels } from './plant-actions'

test('every action has a unique name and label', () => {
  expect(new Set(plantActions).size).toBe(plantActions.length)
  const labels = plantActions.map((action) => plantActionLabels[action])
  expect(new Set(labels).size).toBe(plantActions.length)
})
