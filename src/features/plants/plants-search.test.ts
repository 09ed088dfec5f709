import { expect, it } from 'vitest'
import { pageQuery, plantsSearchSchema } from './plants-search'

it('leaves out search parameters that it can’t read', () => {
  const search = { page: 0, limit: 'all', authMethod: 'PIGEON', create: 'yes', q: 12 }
  expect(plantsSearchSchema.parse(search)).toEqual({ q: 12 })
})

it('asks for the first page of 20 plants unless the URL says otherwise', () => {
  expect(pageQuery({})).toEqual({ page: 1, limit: 20 })
  expect(pageQuery({ page: 3, limit: 50, authMethod: 'MTLS' })).toEqual({
    page: 3,
    limit: 50,
    authMethod: 'MTLS',
  })
})
