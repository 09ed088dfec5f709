import { type ErrorMessage, describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import { lookUp } from '@/lib/look-up'

/** Messages for the token endpoint's errors (RFC 6749, 5.2). */
const words: Record<string, Pick<ErrorMessage, 'title' | 'detail'>> = {
  invalid_grant: {
    title: 'Incorrect username or password',
    detail: 'Check both and try again. After several failed attempts you have to wait.',
  },
  invalid_client: {
    title: 'Incorrect client ID or client secret',
    detail:
      'Open “Advanced” and check them. New API credentials disable the previous ones immediately.',
  },
  unauthorized_client: {
    title: 'This client can’t sign in with a password',
    detail: 'Ask your administrator to allow the password grant for this client ID.',
  },
  unsupported_grant_type: {
    title: 'The server doesn’t accept passwords',
    detail: 'Ask your administrator to allow the password grant.',
  },
}

/** Describes a failed sign-in and what to do about it. */
export function describeSignInError(error: unknown): ErrorMessage {
  const message = describeError(error)
  if (!(error instanceof ApiError)) return message
  const known = lookUp(words, error.code ?? '')
  if (error.status === 429) return { ...message, title: 'Too many sign-in attempts' }
  return { ...message, ...known }
}
