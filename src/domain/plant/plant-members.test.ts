import { expect, it } from 'vitest'
import { wordsForMember } from './plant-members'

it('names a member as its page does, and an unknown one by its own name', () => {
  expect(wordsForMember('lastSeenAt')).toBe('last seen')
  expect(wordsForMember('toString')).toBe('toString')
})
