import { expect, it } from 'vitest'
import { isPlantPart, plantParts } from './plant-parts'

it('accepts the parts of the page, and no names that every object inherits', () => {
  expect(Object.keys(plantParts).every(isPlantPart)).toBe(true)
  expect(['', 'metadata', 'toString', '__proto__'].filter(isPlantPart)).toEqual([])
})
