import { expect, it, test } from 'vitest'
import { describeTrial, isTrialPassed } from './trial-words'
import { ApiError, TransportError } from '@/api/errors'
import type { CredentialsTrial } from '@/api/session/credentials-trial'

const token = { expiresInS: 600 }
const refused = new ApiError('signIn', 401, {
  code: 'invalid_client',
  message: 'The client secret is incorrect.',
})
const said = (trial: CredentialsTrial) =>
  describeTrial(trial).map(({ tone, text }) => `${tone}: ${text}`)

it('says what happened at each step', () => {
  const trial: CredentialsTrial = { token, read: { plants: 240 }, revocation: 'done' }
  expect(said(trial)).toEqual([
    'ok: A token was issued, valid for 10 minutes.',
    'ok: The API accepted it and listed the plants: 240 plants.',
    'ok: The token was revoked.',
  ])
  expect(isTrialPassed(trial)).toBe(true)
})

it('repeats the server’s reason', () => {
  expect(said({ token: refused })).toEqual([
    'danger: No token was issued: HTTP 401, invalid_client, The client secret is incorrect.',
    'info: Nothing else was tried.',
  ])
  expect(isTrialPassed({ token: refused })).toBe(false)
})

test.each<[CredentialsTrial, string]>([
  [{ token, read: new TransportError('listPlants', 'timeout') }, 'The server took too long'],
  [{ token, read: new ApiError('listPlants', 403, { message: 'No' }) }, 'HTTP 403, No.'],
])('is not passed when the API refuses the token: %#', (trial, part) => {
  expect(said(trial)[1]).toContain(part)
  expect(isTrialPassed(trial)).toBe(false)
})

test.each<[CredentialsTrial['revocation'], string]>([
  ['none', 'info: The token was not revoked, because no revocation endpoint is configured.'],
  [refused, 'warn: Revoking the token failed: HTTP 401, invalid_client'],
])('says how long a token that was not revoked stays valid: %#', (revocation, start) => {
  const [, , last] = said({ token, read: { plants: undefined }, revocation })
  expect(last).toContain(start)
  expect(last).toContain('It stays valid for 10 minutes.')
})

it('claims nothing about lifetimes and totals that were not given', () => {
  const unknown: CredentialsTrial = {
    token: { expiresInS: undefined },
    read: { plants: undefined },
    revocation: 'none',
  }
  const [first, second, last] = said(unknown)
  expect(first).toBe('ok: A token was issued.')
  expect(second).toBe('ok: The API accepted it and listed the plants.')
  expect(last).toContain('until it expires')
})
