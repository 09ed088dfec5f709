import { expect, test } from 'vitest'
import { Random } from './random'
import { serialNumber, serialNumberCount } from './serial-number'

test('gives each plant of the largest fleet a unique number outside the reserved range', () => {
  const random = new Random(3, 0)
  const isTaken = new Uint8Array(1_000_000)
  for (let index = 0; index < serialNumberCount; index++) {
    isTaken[Number(serialNumber(index, 2026, random).slice(-8, -2))] = 1
  }
  expect(isTaken.reduce((sum, taken) => sum + taken, 0)).toBe(serialNumberCount)
  expect(isTaken.subarray(0, 1000).includes(1)).toBe(false)
})
