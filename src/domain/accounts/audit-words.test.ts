import { expect, it, test } from 'vitest'
import { describeAudit, describeAccess } from './audit-words'
import examples from '@/api/seed-examples.json'

test.each([
  ['suspendPlant', 'Suspended a plant', 'plant'],
  ['sendCommand', 'Sent a command', 'plant'],
  ['generateApiCredentials', 'Generated API credentials', 'account'],
  ['signIn', 'Signed in', 'none'],
  ['signInRefused', 'Sign-in refused', 'none'],
])('%s reads “%s”', (action, label, subject) => {
  expect(describeAudit({ action })).toEqual({ label, subject })
})

it('keeps unknown actions, which link nowhere', () => {
  expect(describeAudit({ action: 'mergePlants' })).toEqual({
    label: 'mergePlants',
    subject: 'none',
  })
  expect(describeAudit({ action: 'constructor' }).subject).toBe('none')
})

it('has words for every operation of the API', () => {
  const operations = Object.keys(examples)
  expect(operations.length).toBeGreaterThan(10)
  expect(operations.filter((action) => describeAudit({ action }).label === action)).toEqual([])
})

test.each([
  [true, 'API credentials'],
  [false, 'Password'],
  [null, 'Not stated'],
  [undefined, 'Not stated'],
])('access of %s reads “%s”', (isByApiCredentials, words) => {
  expect(describeAccess({ isByApiCredentials })).toBe(words)
})
