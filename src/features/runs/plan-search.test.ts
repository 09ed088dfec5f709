import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { planSearchSchema, sourceOf } from './plan-search'

const read = (search: object) => z.parse(planSearchSchema, search)

it('plans a command unless the address names another action', () => {
  expect(read({}).kind).toBe('command')
  expect(read({ kind: 'suspend' }).kind).toBe('suspend')
  expect(read({ kind: 'delete', from: 'else' })).toEqual({ kind: 'command', from: undefined })
})

it.each([
  [{}, 0, 'filter'],
  [{}, 3, 'selection'],
  [{ q: 'brno' }, 3, 'filter'],
  [{ from: 'pasted', q: 'brno' }, 3, 'pasted'],
  [{ from: 'selection' }, 0, 'selection'],
])('starts with the plants of %j and %d selected', (search, selected, source) => {
  expect(sourceOf(read(search), selected)).toBe(source)
})
