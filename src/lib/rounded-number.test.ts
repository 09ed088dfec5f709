import { expect, it } from 'vitest'
import { roundedNumber } from './rounded-number'
import { fc } from './test-properties'

it.each([
  ['9007199254740993', '9007199254740992'],
  ['-9007199254740993', '-9007199254740992'],
  ['0.1000000000000000055511151231257827', '0.1'],
  ['123456789012345678901234567890', '1.2345678901234568e+29'],
  ['1e400', 'Infinity'],
  ['-1e400', '-Infinity'],
  ['1e-400', '0'],
  ['3.14159265358979323846', '3.141592653589793'],
])('%s becomes %s', (source, kept) => {
  expect(roundedNumber(source)).toBe(kept)
})

it.each([
  '0',
  '-0',
  '0.0',
  '0e5',
  '1.0',
  '12.50',
  '9007199254740992',
  '1e21',
  '100000',
  '0.1',
  '1.5E-7',
  '1e0',
])('%s stays the same number', (source) => {
  expect(roundedNumber(source)).toBeUndefined()
})

it('keeps every number that a program has written itself', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(roundedNumber(JSON.stringify(value))).toBeUndefined()
    }),
  )
})
