import { expect, it } from 'vitest'
import { accountSearchSchema, accountsSearchSchema, pageParameter } from './accounts-search'

it('ignores pages that can’t be', () => {
  for (const page of [0, -1, 1.5, 'two', null]) {
    expect(accountsSearchSchema.parse({ q: 'ada', page })).toEqual({ q: 'ada', page: undefined })
    expect(accountSearchSchema.parse({ page })).toEqual({ page: undefined })
  }
  expect(accountSearchSchema.parse({ page: 3 })).toEqual({ page: 3 })
})

it('keeps the first page out of the URL', () => {
  expect([pageParameter(1), pageParameter(2)]).toEqual([undefined, 2])
})
