import { expect, test } from 'vitest'
import { authMethodLabel, credentialOf, isAuthMethod } from './auth-methods'

test.each([
  ['MTLS', 'MTLS'],
  ['TOKEN', 'Token'],
  ['KERBEROS', 'KERBEROS'],
  ['', 'Not given'],
])('authentication method %s is labelled %s', (method, label) => {
  expect(authMethodLabel(method)).toBe(label)
})

test.each([
  ['MTLS', 'certificate'],
  ['TOKEN', 'token'],
  ['PASSWORD', 'password'],
  ['KERBEROS', undefined],
  ['toString', undefined],
  [null, undefined],
])('method %s uses a credential of kind %s', (method, kind) => {
  expect(credentialOf(method)).toBe(kind)
  expect(isAuthMethod(method ?? '')).toBe(kind !== undefined)
})
