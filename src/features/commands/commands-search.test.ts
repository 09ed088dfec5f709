import { expect, it } from 'vitest'
import { commandsSearchSchema } from './commands-search'

it('reads filters and the page, and ignores commands and payloads', () => {
  const search = { page: 2, answer: 'none', name: 'GET', mine: true }
  const sendable = { command: 'CHARGE', payload: '{}', target: 'BAT-1' }
  expect(commandsSearchSchema.parse({ ...search, ...sendable })).toEqual(search)
})

it.each([
  { page: 0 },
  { page: 1.5 },
  { answer: 'green' },
  { name: 7 },
  { name: '' },
  { mine: 'x' },
])('ignores the invalid filter %o', (search) => {
  expect(Object.values(commandsSearchSchema.parse(search))).toEqual([undefined])
})
