import { expect, it } from 'vitest'
import { latestListSearch, rememberList } from './latest-list'
import { forgetPerson } from '@/lib/person-change'

it('keeps the latest page and filter until the user changes', () => {
  expect(latestListSearch()).toEqual({})
  rememberList({ page: 1, limit: 20, authMethod: undefined })
  rememberList({ page: 3, limit: 50, authMethod: 'TOKEN' })
  expect(latestListSearch()).toEqual({ page: 3, limit: 50, authMethod: 'TOKEN' })
  forgetPerson()
  expect(latestListSearch()).toEqual({})
})
