import { expect, test } from 'vitest'
import { withSimulatedMark, withoutSimulatedMark } from './simulated-mark'

test.each([
  ['{}', '{"simulated":true}'],
  ['{"a":1}', '{"a":1,"simulated":true}'],
  ['{ "ean": 859182400123456789 }', '{ "ean": 859182400123456789 ,"simulated":true}'],
  ['{"simulated":true}', '{"simulated":true,"simulated":true}'],
])('turns %s into %s and back', (text, marked) => {
  expect(withSimulatedMark(text)).toBe(marked)
  expect(withoutSimulatedMark(marked)).toBe(text)
})

test.each([
  null,
  '{}',
  '{"a":1}',
  '{"simulated":false}',
  '{"simulated":true,"a":1}',
  '{"a":{"b":1,"simulated":true}}',
  '{"a":1,"simulated": true}',
])('leaves %s unchanged, which has no mark', (text) => {
  expect(withoutSimulatedMark(text)).toBe(text)
})
