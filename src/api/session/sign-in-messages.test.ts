import { expect, test } from 'vitest'
import { describeSignInError } from './sign-in-messages'
import { ApiError, ContractError, TransportError } from '@/api/errors'

test.each<[unknown, RegExp, RegExp]>([
  [
    new ApiError('signIn', 400, { code: 'invalid_grant' }),
    /Incorrect username or password/,
    /Check both/,
  ],
  [new ApiError('signIn', 401, { code: 'invalid_client' }), /Incorrect client ID or/, /Advanced/],
  [new ApiError('signIn', 400, { code: 'unauthorized_client' }), /can’t sign in/, /allow/],
  [new ApiError('signIn', 400, { code: 'unsupported_grant_type' }), /doesn’t accept/, /allow/],
  [
    new ApiError('signIn', 429, { retryAfterMs: 30_000 }),
    /Too many sign-in attempts/,
    /asks you to wait/,
  ],
  [new ApiError('signIn', 404, {}), /didn’t come from/, /proxy/],
  [new ApiError('signIn', 400, { code: 'toString', message: 'odd' }), /refused/, /odd/],
  [new ApiError('signIn', 503, { code: 'temporarily_unavailable' }), /failed/, /HTTP 503/],
  [new ContractError('signIn', 'not readable'), /didn’t come from/, /proxy/],
  [new TransportError('signIn', 'network'), /Couldn’t reach/, /connection/],
])('a sign-in that fails with %s has a message', (error, title, detail) => {
  const message = describeSignInError(error)
  expect(message.title).toMatch(title)
  expect(message.detail).toMatch(detail)
  expect(JSON.stringify(message)).not.toMatch(/undefined|NaN/)
})
