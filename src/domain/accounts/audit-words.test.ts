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

const state = (to: string) => ({ member: 'state', from: 'ACTIVE', to })
const role = { member: 'role', from: 'support', to: 'operator' }

test.each([
  ['updateAccount', [role], 'Changed a role'],
  ['updateAccount', [state('DISABLED')], 'Disabled an account'],
  ['updateAccount', [state('ACTIVE')], 'Enabled an account'],
  ['updateAccount', [state('LOCKED')], 'Changed an account'],
  ['updateAccount', [role, state('DISABLED')], 'Changed an account'],
  ['updateAccount', [], 'Changed an account'],
  ['updateAccount', null, 'Changed an account'],
  ['updatePlant', [{ member: 'name', from: 'A', to: 'B' }], 'Renamed a plant'],
  ['updatePlant', [{ member: 'organizationId', from: 'A', to: 'B' }], 'Moved a plant'],
  ['updatePlant', [{ member: 'metadata' }], 'Changed a plant'],
  ['createAccount', [{ member: 'role', to: 'support' }], 'Created an account'],
])('%s of %o reads “%s”', (action, changes, label) => {
  expect(describeAudit({ action, changes }).label).toBe(label)
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
