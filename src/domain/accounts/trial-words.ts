import { describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import type { CredentialsTrial } from '@/api/session/credentials-trial'
import { durationWords } from '@/lib/duration-units'
import { countOf } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'
import type { Tone } from '@/lib/tone'

/** Result of one step of a trial, as a sentence. */
interface TrialFinding {
  tone: Tone
  text: string
}

/** Describes each step of a trial of API credentials: what was sent, and what was answered. */
export function describeTrial({ token, read, revocation }: CredentialsTrial): TrialFinding[] {
  if (token instanceof Error) {
    return [
      { tone: 'danger', text: `No token was issued: ${reasonOf(token)}` },
      { tone: 'info', text: 'Nothing else was tried.' },
    ]
  }
  return [
    { tone: 'ok', text: `A token was issued${lifeText(token.expiresInS)}.` },
    ...(read === undefined ? [] : [describeRead(read)]),
    ...(revocation === undefined ? [] : [describeRevocation(revocation, token.expiresInS)]),
  ]
}

/** Returns true when the credentials work: a token was issued, and the API accepted it. */
export function isTrialPassed({ token, read }: CredentialsTrial): boolean {
  return !(token instanceof Error) && read !== undefined && !(read instanceof Error)
}

function describeRead(read: NonNullable<CredentialsTrial['read']>): TrialFinding {
  if (read instanceof Error) {
    return { tone: 'danger', text: `Reading the plants with it failed: ${reasonOf(read)}` }
  }
  const reach = read.plants === undefined ? '' : `: ${countOf(read.plants, 'plant')}`
  return { tone: 'ok', text: `The API accepted it and listed the plants${reach}.` }
}

function describeRevocation(
  revocation: NonNullable<CredentialsTrial['revocation']>,
  expiresInS: number | undefined,
): TrialFinding {
  if (revocation === 'done') return { tone: 'ok', text: 'The token was revoked.' }
  const left =
    expiresInS === undefined
      ? 'It stays valid until it expires.'
      : `It stays valid for ${durationWords(expiresInS * secondMs)}.`
  if (revocation === 'none') {
    return {
      tone: 'info',
      text: `The token was not revoked, because no revocation endpoint is configured. ${left}`,
    }
  }
  return { tone: 'warn', text: `Revoking the token failed: ${reasonOf(revocation)} ${left}` }
}

function lifeText(expiresInS: number | undefined): string {
  return expiresInS === undefined ? '' : `, valid for ${durationWords(expiresInS * secondMs)}`
}

/** Returns the reason as the server gave it, with its status; always ends with a full stop. */
function reasonOf(error: Error): string {
  const { title, detail } = describeError(error)
  const given =
    error instanceof ApiError
      ? [`HTTP ${error.status}`, error.code, error.message].filter(Boolean).join(', ')
      : `${title}. ${detail}`
  return given.endsWith('.') ? given : `${given}.`
}
