import { expect, test } from 'vitest'
import { ApiError, ContractError, TransportError } from '@/api/errors'
import { describeSignInError } from './sign-in-messages'

test.each<[unknown, RegExp, RegExp]>([
  [new ApiError('signIn', 400, { code: 'invalid_grant' }), /password is not right/, /Check both/],
  [new ApiError('signIn', 401, { code: 'invalid_client' }), /client ID or/, /Advanced/],
  [new ApiError('signIn', 400, { code: 'unauthorized_client' }), /may not sign in/, /allow/],
  [new ApiError('signIn', 400, { code: 'unsupported_grant_type' }), /does not take/, /allow/],
  [new ApiError('signIn', 429, { retryAfterMs: 30_000 }), /Too many attempts/, /asks for a pause/],
  [new ApiError('signIn', 404, {}), /did not come from/, /proxy/],
  [new ApiError('signIn', 400, { code: 'toString', message: 'odd' }), /refused/, /odd/],
  [new ApiError('signIn', 503, { code: 'temporarily_unavailable' }), /failed/, /HTTP 503/],
  [new ContractError('signIn', 'not readable'), /did not come from/, /proxy/],
  [new TransportError('signIn', 'network'), /could not be reached/, /connection/],
])('a sign-in that fails with %s has a message', (error, title, detail) => {
  const message = describeSignInError(error)
  expect(message.title).toMatch(title)
  expect(message.detail).toMatch(detail)
  expect(JSON.stringify(message)).not.toMatch(/undefined|NaN/)
})
