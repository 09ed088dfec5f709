import { expect, test } from 'vitest'
import { plantLabel, plantName } from './plant-name'

test.each([
  ['FVE Zlín', 'Z-1', 'FVE Zlín'],
  ['', 'Z-1', 'Z-1'],
  ['', '', ''],
])('a plant called %j with serial number %j is %j', (name, serialNumber, expected) => {
  expect(plantName({ name, serialNumber })).toBe(expected)
})

test.each([
  ['FVE Zlín', 'S-1', 'FVE Zlín'],
  ['', 'S-1', 'S-1'],
  ['', '', 'p-1'],
])('a plant called %j with serial number %j is labelled %j', (name, serialNumber, expected) => {
  expect(plantLabel({ id: 'p-1', name, serialNumber })).toBe(expected)
})
