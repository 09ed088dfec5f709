import { type ErrorMessage, describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import { notAskedFor } from '@/api/session/sign-in-by-code'
import { lookUp } from '@/lib/look-up'

/** Messages for errors of a sign-in by redirect (RFC 6749, 4.1.2.1 and 5.2). */
const words: Record<string, Pick<ErrorMessage, 'title' | 'detail'>> = {
  access_denied: {
    title: 'You were not signed in',
    detail: 'The sign-in was cancelled, or you may not use this application.',
  },
  invalid_grant: {
    title: 'The sign-in couldn’t be completed',
    detail: 'Sign in again.',
  },
  login_required: { title: 'You were not signed in', detail: 'Sign in again.' },
  temporarily_unavailable: {
    title: 'The sign-in page isn’t available',
    detail: 'Try again in a moment.',
  },
  nothing_kept: {
    title: 'This browser blocks site data',
    detail: 'Signing in needs it for a moment. Allow it for this address and try again.',
  },
  [notAskedFor]: {
    title: 'This sign-in wasn’t started here',
    detail: 'Its address may come from the history or from another tab. Sign in again.',
  },
}

/** Describes a sign-in by redirect that failed. */
export function describeRedirectError(error: unknown): ErrorMessage {
  const message = describeError(error)
  if (!(error instanceof ApiError)) return message
  return { ...message, ...lookUp(words, error.code ?? '') }
}
