import { expect, it } from 'vitest'
import { textOfParameter } from './text-parameter'

it.each([
  ['brno', 'brno'],
  [2024, '2024'],
  [0, '0'],
  [undefined, ''],
  [null, ''],
  [true, ''],
  [['brno'], ''],
])('reads %j as the text %j', (value, text) => {
  expect(textOfParameter(value)).toBe(text)
})
