import { expect, test } from 'vitest'
import { authMethodLabel, plantTypeLabel } from './plant-words'

test.each([
  ['GATEWAY', 'Gateway'],
  ['TURBINE', 'TURBINE'],
  ['toString', 'toString'],
  ['', 'Not given'],
])('type %s is labelled %s', (type, label) => {
  expect(plantTypeLabel(type)).toBe(label)
})

test.each([
  ['MTLS', 'MTLS'],
  ['TOKEN', 'Token'],
  ['KERBEROS', 'KERBEROS'],
  ['', 'Not given'],
])('authentication method %s is labelled %s', (method, label) => {
  expect(authMethodLabel(method)).toBe(label)
})
