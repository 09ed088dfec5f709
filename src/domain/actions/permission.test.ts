import { expect, test } from 'vitest'
import { describeRoles, whyForbidden } from './permission'
import { plantActions } from './plant-action-names'

test.each([
  [['super-admin'], undefined],
  [['admin'], undefined],
  [['support', 'admin'], undefined],
  [['operator'], 'Only administrators can create plants.'],
  [['support'], 'Only administrators can create plants.'],
])('creating plants with roles %s: %s', (roles, reason) => {
  expect(whyForbidden({ roles }, 'createPlant')).toBe(reason)
})

test.each([
  [['super-admin'], undefined],
  [['admin'], undefined],
  [['operator'], undefined],
  [['support', 'operator'], undefined],
  [['support'], 'Only operators and administrators can send commands.'],
  [['fleet-owner'], undefined],
])('sending commands with roles %s: %s', (roles, reason) => {
  expect(whyForbidden({ roles }, 'sendCommand')).toBe(reason)
})

test.each([[undefined], [[]], [['fleet-owner']], [['constructor']]])(
  'with roles %s the server decides',
  (roles) => {
    expect(whyForbidden({ roles }, 'createPlant')).toBeUndefined()
  },
)

test('unknown roles keep their raw names', () => {
  expect(describeRoles({ roles: ['admin', 'fleet-owner'] })).toBe('Administrator, fleet-owner')
  expect(describeRoles({ roles: undefined })).toBe('')
})

test('only administrators may change plants, and only super administrators may move them', () => {
  const allowed = (role: string) =>
    plantActions.filter((action) => whyForbidden({ roles: [role] }, action) === undefined)
  expect(allowed('super-admin')).toEqual([...plantActions])
  expect(allowed('admin')).toEqual(plantActions.filter((action) => action !== 'move'))
  expect(allowed('operator')).toEqual([])
  expect(allowed('support')).toEqual([])
})

test.each([
  ['super-admin', undefined],
  ['admin', undefined],
  ['operator', 'Only administrators can manage accounts.'],
  ['support', 'Only administrators can manage accounts.'],
  ['fleet-owner', undefined],
])('managing accounts as %s: %s', (role, reason) => {
  expect(whyForbidden({ roles: [role] }, 'manageAccounts')).toBe(reason)
})

test('only super administrators manage super administrators', () => {
  expect(whyForbidden({ roles: ['super-admin'] }, 'manageSuperAdmins')).toBeUndefined()
  expect(whyForbidden({ roles: ['admin'] }, 'manageSuperAdmins')).toContain('Only super')
})
