import { expect, test } from 'vitest'
import { plantName } from './plant-name'

test.each([
  ['FVE Zlín', 'Z-1', 'FVE Zlín'],
  ['', 'Z-1', 'Z-1'],
  ['', '', ''],
])('a plant called %j with serial number %j is %j', (name, serialNumber, expected) => {
  expect(plantName({ name, serialNumber })).toBe(expected)
})
