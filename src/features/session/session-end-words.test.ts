import { expect, it } from 'vitest'
import { describeSessionEnd } from './session-end-words'

it.each([
  [15, 'Signed out after 15 minutes without use.'],
  [1, 'Signed out after 1 minute without use.'],
  [0.5, 'Signed out after 30 seconds without use.'],
  [1.1, 'Signed out after 66 seconds without use.'],
  [120, 'Signed out after 2 hours without use.'],
])('says how long %d minutes are', (idleMinutes, text) => {
  expect(describeSessionEnd('idle', { idleMinutes })).toBe(text)
})

it('gives the other reasons whatever the time is', () => {
  expect(describeSessionEnd('signed-out', { idleMinutes: null })).toBe('You signed out.')
})
