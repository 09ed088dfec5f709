import {
  ApiError,
  ContractError,
  NotSentError,
  type NotSentReason,
  TransportError,
  retryAtOf,
} from './errors'
import { goneWords } from './gone-words'
import { isPlantGone } from './plant-gone'
import { missingCodeAdvice } from '@/lib/missing-code'
import { toError } from '@/lib/thrown'

/** An error in words for people, and in technical words for support. */
export interface ErrorMessage {
  title: string
  detail: string
  /** For support: operation, status and code; never a secret. */
  technical: string
  /** The time from which the server accepts a retry, by `performance.now()`; RetryWait counts down to it. */
  retryAtMs?: number | undefined
}

const notSentWords: Record<NotSentReason, { title: string; detail: string }> = {
  offline: { title: 'You are offline', detail: 'This browser is offline. Nothing was sent.' },
  'signed-out': { title: 'You are signed out', detail: 'Nothing was sent. Sign in to continue.' },
  invalid: { title: 'Nothing was sent', detail: 'The request isn’t valid.' },
  late: {
    title: 'Nothing was sent',
    detail: 'Your confirmation expired before it could be sent.',
  },
  outdated: { title: 'This page is out of date', detail: missingCodeAdvice(true) },
}

/** Title of a refusal that says nothing but the server’s own message. */
export const serverRefused = 'The server refused'

/** Describes a failed read or a general failure for the user. Accepts any thrown value and never throws. */
export function describeError(thrown: unknown): ErrorMessage {
  const error = toError(thrown)
  const technical = describeTechnically(error)
  if (error instanceof NotSentError) {
    const { title, detail } = notSentWords[error.reason]
    const invalid = error.subject && `Not valid: ${error.subject}.`
    return { title, detail: invalid ?? detail, technical }
  }
  if (error instanceof TransportError) {
    return error.kind === 'timeout'
      ? {
          title: 'The server took too long',
          detail: 'No complete response arrived in time.',
          technical,
        }
      : {
          title: 'Couldn’t reach the server',
          detail: 'Check your connection and try again.',
          technical,
        }
  }
  if (error instanceof ApiError && error.status === 429) {
    const { retryAtMs } = error
    // Without a countdown, as in a toast, a number of seconds would soon be wrong.
    const detail = retryAtMs ? 'The server asks you to wait.' : 'Try again in a moment.'
    return { title: 'Too many requests', detail, technical, retryAtMs }
  }
  if (error instanceof ContractError || (error instanceof ApiError && !error.code)) {
    return {
      title: 'The response didn’t come from the Plants API',
      detail: 'A proxy or another server may have responded. Try again, or ask your administrator.',
      technical,
      retryAtMs: retryAtOf(error),
    }
  }
  if (error instanceof ApiError) {
    return { ...describeRefusal(error), technical, retryAtMs: error.retryAtMs }
  }
  return {
    title: 'Something went wrong on this page',
    detail: 'Reload it and try again.',
    technical,
  }
}

function describeRefusal(error: ApiError) {
  const { status, code, message } = error
  if (isPlantGone(error)) return { title: goneWords.title, detail: goneWords.detail }
  if (code === 'INVALID_UUID') {
    return {
      title: 'There is no plant at this address',
      detail: 'The ID in this address isn’t a valid UUID.',
    }
  }
  if (status === 401) return { title: 'Your sign-in wasn’t accepted', detail: message }
  if (status === 403) return { title: 'Your account isn’t allowed to do this', detail: message }
  if (status >= 500) return { title: 'The server failed', detail: message }
  return { title: serverRefused, detail: message }
}

function describeTechnically(error: Error): string {
  if (error instanceof ApiError) {
    return [error.operation, `HTTP ${error.status}`, error.code].filter(Boolean).join(' · ')
  }
  if (error instanceof ContractError) return error.message
  if (error instanceof TransportError) return `${error.operation} · ${error.message}`
  return `${error.name}: ${error.message}`
}
