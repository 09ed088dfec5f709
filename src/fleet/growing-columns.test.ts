import { expect, it } from 'vitest'
import { SharedValues, grown } from './growing-columns'

it('keeps its values when it grows', () => {
  expect(grown(Uint16Array.of(1, 2), 4)).toEqual(Uint16Array.of(1, 2, 0, 0))
})

it('stores each distinct value once', () => {
  const column = new SharedValues(2)
  column.set(0, 'a')
  column.set(1, 'b')
  column.grow(3)
  column.set(2, 'a')
  expect([column.at(0), column.at(1), column.at(2)]).toEqual(['a', 'b', 'a'])
  expect(column.values).toEqual(['a', 'b'])
})

it('makes a copy that doesn’t change', () => {
  const column = new SharedValues(2)
  column.set(0, 'a')
  const copy = column.copy()
  column.set(0, 'b')
  expect([copy.at(0), column.at(0)]).toEqual(['a', 'b'])
  copy.set(1, 'a')
  expect(copy.values).toEqual(['a'])
})

it('holds more values than 16 bits can count', () => {
  const column = new SharedValues(70_000)
  for (let row = 0; row < 70_000; row += 1) column.set(row, String(row))
  expect([column.at(0), column.at(65_535), column.at(69_999)]).toEqual(['0', '65535', '69999'])
})
