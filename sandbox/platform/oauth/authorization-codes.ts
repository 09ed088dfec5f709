import { createHash, randomBytes } from 'node:crypto'
import type { AuthorizationRequest } from './authorization-request'
import type { SignInUser } from './sign-in-users'
import { minuteMs } from '@/lib/instants'

/** Time (ms) in which a code must be used. */
const lifeMs = minuteMs

interface Issued {
  request: AuthorizationRequest
  user: SignInUser
  endsAtMs: number
  /** Session that the code was exchanged for. */
  sessionId?: string
}

/** Codes of sign-ins by redirect. In memory: no code survives the process, nor needs to. */
export class AuthorizationCodes {
  private readonly issued = new Map<string, Issued>()

  /** Issues a code that can be exchanged once, within a minute. */
  issue(request: AuthorizationRequest, user: SignInUser, nowMs: number): string {
    for (const [hash, { endsAtMs }] of this.issued) if (endsAtMs <= nowMs) this.issued.delete(hash)
    const code = randomBytes(32).toString('base64url')
    this.issued.set(hashOf(code), { request, user, endsAtMs: nowMs + lifeMs })
    return code
  }

  /**
   * Returns the user of a code that fits the request for tokens, and the function that marks it as used by a session;
   * for a used code, the session to end (RFC 6749 section 4.1.2); undefined for any other.
   */
  take(
    code: string,
    wanted: { clientId: string; redirectUri: string; codeVerifier: string },
    nowMs: number,
  ) {
    const found = this.issued.get(hashOf(code))
    if (!found || found.endsAtMs <= nowMs) return undefined
    if (found.sessionId !== undefined)
      return { isUsedBy: found.sessionId, user: undefined, usedBy: undefined }
    const { clientId, redirectUri, codeChallenge } = found.request
    const isRight =
      clientId === wanted.clientId &&
      redirectUri === wanted.redirectUri &&
      codeChallenge === hashOf(wanted.codeVerifier)
    // A wrong verifier uses the code up: it is a guess by somebody who has only the code.
    if (!isRight) {
      this.issued.delete(hashOf(code))
      return undefined
    }
    // Set before the session exists, so that a second request at the same time finds the code used.
    found.sessionId = ''
    const usedBy = (sessionId: string) => {
      found.sessionId = sessionId
    }
    return { isUsedBy: undefined, user: found.user, usedBy }
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
