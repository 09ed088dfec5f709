import { ApiError } from '@/api/errors'
import { type ErrorMessage, describeError } from '@/api/error-messages'
import { lookUp } from '@/lib/look-up'

/** Messages for the token endpoint's errors (RFC 6749, 5.2). */
const words: Record<string, Pick<ErrorMessage, 'title' | 'detail'>> = {
  invalid_grant: {
    title: 'Username or password is not right',
    detail: 'Check both and try again. After several attempts the server makes you wait.',
  },
  invalid_client: {
    title: 'The client ID or client secret is not right',
    detail: 'Open “Advanced” and check them. New API credentials end the former ones at once.',
  },
  unauthorized_client: {
    title: 'This client may not sign in with a password',
    detail: 'Whoever runs the server must allow the password grant for this client ID.',
  },
  unsupported_grant_type: {
    title: 'The server does not take passwords',
    detail: 'Whoever runs it must allow the password grant.',
  },
}

/** Describes a failed sign-in and what to do about it. */
export function describeSignInError(error: unknown): ErrorMessage {
  const message = describeError(error)
  if (!(error instanceof ApiError)) return message
  const known = lookUp(words, error.code ?? '')
  if (error.status === 429) return { ...message, title: 'Too many attempts to sign in' }
  return { ...message, ...known }
}
