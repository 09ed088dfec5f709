import { expect, it } from 'vitest'
import { latestAddress, rememberAddress } from './latest-address'
import { forgetPerson } from '@/lib/person-change'

it('keeps the latest filter until another user signs in', () => {
  expect(latestAddress()).toEqual({})
  rememberAddress({ soon: 40 })
  rememberAddress({ q: 'brno' })
  expect(latestAddress()).toEqual({ q: 'brno' })
  forgetPerson()
  expect(latestAddress()).toEqual({})
})
