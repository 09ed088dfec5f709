import { expect, it } from 'vitest'
import { wordsForMember } from './plant-members'

it('calls a member what its page calls it, and an unknown one by its name', () => {
  expect(wordsForMember('lastSeenAt')).toBe('last seen')
  expect(wordsForMember('toString')).toBe('toString')
})
