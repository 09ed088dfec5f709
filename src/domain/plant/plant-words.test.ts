import { expect, test } from 'vitest'
import { plantTypeLabel } from './plant-words'

test.each([
  ['GATEWAY', 'Gateway'],
  ['TURBINE', 'TURBINE'],
  ['toString', 'toString'],
  ['', 'Not given'],
])('type %s is labelled %s', (type, label) => {
  expect(plantTypeLabel(type)).toBe(label)
})
