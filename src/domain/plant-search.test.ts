import { expect, test } from 'vitest'
import { plantMatcher } from './plant-search'

const plant = {
  id: '0b9e8a0e-9f0c-4a7e-8d53-8d2d0c1f7a11',
  name: 'BESS Žatec – sever',
  serialNumber: 'CPI-24-000123-7',
  certificateFingerprint: 'AB:CD:EF:01',
}

test.each([
  ['zatec', true],
  ['ŽATEC bess', true],
  ['000123', true],
  ['9f0c-4a7e', true],
  ['ab:cd', true],
  ['abcdef', true],
  ['', true],
  ['zatec jih', false],
  ['000124', false],
])('%j finds the plant: %s', (text, expected) => {
  expect(plantMatcher(text)(plant)).toBe(expected)
})

test('a plant without a fingerprint is found by the rest', () => {
  expect(plantMatcher('bess')({ ...plant, certificateFingerprint: null })).toBe(true)
})
