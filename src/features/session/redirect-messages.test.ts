import { expect, test } from 'vitest'
import { describeRedirectError } from './redirect-messages'
import { ApiError, TransportError } from '@/api/errors'
import { notAskedFor } from '@/api/session/sign-in-by-code'

test.each([
  ['access_denied', 'You were not signed in'],
  ['invalid_grant', 'The sign-in couldn’t be completed'],
  [notAskedFor, 'This sign-in wasn’t started here'],
])('describes %s', (code, title) => {
  expect(describeRedirectError(new ApiError('signIn', 400, { code })).title).toBe(title)
})

test('leaves other errors as they are described elsewhere', () => {
  const unknown = new ApiError('signIn', 400, { code: 'odd', message: 'Ask Jana' })
  expect(describeRedirectError(unknown).detail).toContain('Ask Jana')
  expect(describeRedirectError(new TransportError('signIn', 'network')).title).not.toBe('')
})
