import { describe, expect, it, test } from 'vitest'
import { auditDetails, auditDetailsText, whyNoDetails } from './audit-details'

const action = 'updatePlant'

describe('details', () => {
  test.each([
    [{ member: 'role', from: 'support', to: 'operator' }, 'Role', 'Support', 'Operator'],
    [{ member: 'state', from: 'ACTIVE', to: 'DISABLED' }, 'State', 'Active', 'Disabled'],
    [{ member: 'type', to: 'SENSOR' }, 'Type', undefined, 'Sensor'],
    [{ member: 'authMethod', to: 'MTLS' }, 'Authentication method', undefined, 'MTLS'],
    [{ member: 'name', from: 'South' }, 'Name', 'South', undefined],
    [{ member: 'externalPlantId', from: null, to: 'X' }, 'External plant ID', '', 'X'],
    [{ member: 'name', from: '', to: 'role' }, 'Name', '', 'role'],
    [{ member: 'command', to: 'GET_INFO' }, 'Command', undefined, 'GET_INFO'],
    [{ member: 'metadata' }, 'Metadata', undefined, undefined],
    [{ member: 'constructor', to: 'x' }, 'constructor', undefined, 'x'],
  ])('%o', (change, fact, was, is) => {
    expect(auditDetails({ changes: [change] })).toEqual([{ fact, was, is }])
  })
})

it('tells apart nothing changed, nothing recorded, and nothing to record', () => {
  expect(whyNoDetails({ action, changes: [] })).toBe('No value changed')
  expect(whyNoDetails({ action, changes: null })).toBe('Not recorded')
  expect(whyNoDetails({ action, changes: [{ member: 'metadata' }] })).toBeUndefined()
  expect(whyNoDetails({ action: 'suspendPlant', changes: null })).toBeUndefined()
})

it('writes details on one line', () => {
  const changes = [{ member: 'name', from: null, to: 'B' }, { member: 'metadata' }]
  expect(auditDetailsText({ action, changes })).toBe('Name: none → B; Metadata')
  expect(auditDetailsText({ action })).toBe('Not recorded')
  expect(auditDetailsText({ action: 'signIn' })).toBe('')
})
