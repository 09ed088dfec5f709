import { describe, expect, it } from 'vitest'
import { fieldNamed, fieldNear, fieldNames, namesOf, searchedAs } from './filter-fields'

it.each([
  ['Status', 'status'],
  ['lastSeen', 'seen'],
  ['LastContact', 'seen'],
  ['constructor', undefined],
])('reads %s as %s', (name, field) => {
  expect(fieldNamed(name)).toBe(field)
})

it.each([
  ['staus', 'status'],
  ['certificat', 'cert'],
  ['tag', undefined],
  ['sn', undefined],
])('corrects %s to %s', (name, field) => {
  expect(fieldNear(name)).toBe(field)
})

describe('namesOf', () => {
  it.each(fieldNames)('has names for %s that lead to it', (field) => {
    expect(namesOf(field).map(fieldNamed)).toEqual(namesOf(field).map(() => field))
  })
})

it.each([
  ['serial', 'Serial numbers'],
  ['Serial_Number', 'Serial numbers'],
  ['status', undefined],
])('searches for %s as %s', (name, words) => {
  expect(searchedAs(name)).toBe(words)
})
