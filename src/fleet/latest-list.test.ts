import { expect, it } from 'vitest'
import { latestListSearch, rememberList } from './latest-list'
import { forgetPerson } from '@/lib/person-change'

it('keeps the latest page and filter until the user changes', () => {
  expect(latestListSearch()).toEqual({})
  rememberList({ page: 3, limit: 50, authMethod: 'TOKEN' })
  rememberList({ q: 'status:offline', sort: 'name' })
  expect(latestListSearch()).toEqual({ q: 'status:offline', sort: 'name' })
  forgetPerson()
  expect(latestListSearch()).toEqual({})
})
