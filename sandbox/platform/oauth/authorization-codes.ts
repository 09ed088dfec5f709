import { randomBytes } from 'node:crypto'
import type { AuthorizationRequest } from './authorization-request'
import { hashOf } from './refresh-tokens'
import type { SignInUser } from './sign-in-users'
import { minuteMs } from '@/lib/instants'

/** Time (ms) in which a code must be used. */
const lifeMs = minuteMs

interface Issued {
  request: AuthorizationRequest
  user: SignInUser
  endsAtMs: number
  /** Session that the code was exchanged for; empty while it is being opened. */
  sessionId?: string
  /** True once the code was used again. */
  isReplayed?: boolean
}

/** A code that fits, or one that was used before. */
type Taken =
  | {
      kind: 'valid'
      user: SignInUser
      /** Notes the session; returns false if the code was used again meanwhile, so that the session must end. */
      markUsed: (sessionId: string) => boolean
    }
  | { kind: 'replayed'; sessionId: string }

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

  /** Takes a code: it is valid once, for the request that it was issued for. Two users of one code: one stole it. */
  take(
    code: string,
    wanted: { clientId: string; redirectUri: string; codeVerifier: string },
    nowMs: number,
  ): Taken | undefined {
    const found = this.issued.get(hashOf(code))
    if (!found || found.endsAtMs <= nowMs) return undefined
    if (found.sessionId !== undefined) {
      found.isReplayed = true
      return { kind: 'replayed', sessionId: found.sessionId }
    }
    const { clientId, redirectUri, codeChallenge } = found.request
    const isRight =
      clientId === wanted.clientId &&
      redirectUri === wanted.redirectUri &&
      codeChallenge === hashOf(wanted.codeVerifier)
    // A wrong verifier uses the code up: it is a guess, made with only the code.
    if (!isRight) {
      this.issued.delete(hashOf(code))
      return undefined
    }
    found.sessionId = ''
    const markUsed = (sessionId: string) => {
      found.sessionId = sessionId
      return found.isReplayed !== true
    }
    return { kind: 'valid', user: found.user, markUsed }
  }
}
