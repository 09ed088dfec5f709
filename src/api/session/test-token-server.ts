/**
 * For tests only: a token endpoint that rotates refresh tokens as the embedded platform does. Within 10 s, the previous
 * token yields the same new one again; any other reuse revokes the whole family.
 */
import type { ServerResponse } from 'node:http'
import type { Credentials } from './oauth'
import { passedTimeMs } from './test-tabs'
import { type RuntimeConfig, runtimeConfigSchema } from '@/api/config'
import { type Received, respondWith, startServer } from '@/api/test-server'

const graceMs = 10_000

interface Owner {
  username: string
  family: string
}

/** The credentials that the server accepts. */
export const credentials: Credentials = {
  username: 'ada',
  password: 'p&=+ č%"',
  clientId: 'plant:deck',
  clientSecret: 's:e c&ret%',
}

/** A running token endpoint with switches for faults. */
export interface TokenServer {
  config: RuntimeConfig
  received: Received[]
  /** Grants requested so far, in order. */
  grants: (string | null)[]
  /** Responds instead of the server while set. */
  instead: ((response: ServerResponse) => void) | undefined
  isOpaque: boolean
  /** Returns true to lose the response after the server has handled the request. */
  losesResponse: () => boolean
  /** Families of refresh tokens revoked because of a reuse. */
  revokedFamilies: string[]
  /** Ends all sessions at the server. */
  revokeAll: () => void
}

/** Starts a token endpoint; it stops with the test. */
export async function startTokenServer(
  persistSession: RuntimeConfig['persistSession'] = 'none',
): Promise<TokenServer> {
  const live = new Map<string, Owner>()
  const used = new Map<string, Owner>()
  /** The last used token of each family. */
  const previous = new Map<string, { token: string; next: string; atMs: number }>()
  let issued = 0

  const issue = (response: ServerResponse, { username, family }: Owner, kept?: string) => {
    issued += 1
    const refreshToken = kept ?? `refresh-${issued}`
    live.set(refreshToken, { username, family })
    if (controls.losesResponse()) {
      response.socket?.destroy()
      return refreshToken
    }
    respondWith(response, 200, {
      access_token: controls.isOpaque ? `opaque-${issued}` : makeJwt(username, issued),
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: refreshToken,
    })
    return refreshToken
  }
  const endFamily = (family: string | undefined) => {
    for (const [token, owner] of live) if (owner.family === family) live.delete(token)
  }
  const refuse = (response: ServerResponse) =>
    respondWith(response, 400, { error: 'invalid_grant', error_description: 'not valid' })
  const refresh = (response: ServerResponse, token: string) => {
    const owner = live.get(token)
    if (owner) {
      live.delete(token)
      used.set(token, owner)
      const next = issue(response, owner)
      previous.set(owner.family, { token, next, atMs: passedTimeMs() })
      return
    }
    const reuser = used.get(token)
    const last = reuser && previous.get(reuser.family)
    const isInGrace = last?.token === token && passedTimeMs() - last.atMs <= graceMs
    if (reuser && last && isInGrace && live.has(last.next)) {
      issue(response, reuser, last.next)
      return
    }
    if (reuser) controls.revokedFamilies.push(reuser.family)
    endFamily(reuser?.family)
    refuse(response)
  }

  const server = await startServer((response, { url, body }) => {
    const form = new URLSearchParams(body)
    const grantType = form.get('grant_type')
    if (url === '/token') controls.grants.push(grantType)
    if (controls.instead) {
      controls.instead(response)
      return
    }
    const refreshToken = form.get('refresh_token') ?? form.get('token') ?? ''
    if (url === '/revoke') {
      endFamily((live.get(refreshToken) ?? used.get(refreshToken))?.family)
      respondWith(response, 200, '')
    } else if (grantType === 'password' && form.get('password') === credentials.password) {
      issue(response, { username: form.get('username') ?? '', family: `family-${issued}` })
    } else if (grantType === 'refresh_token') refresh(response, refreshToken)
    else refuse(response)
  })
  const controls: TokenServer = {
    config: runtimeConfigSchema.parse({
      apiBaseUrl: '/api/v1',
      tokenUrl: `${server.url}/token`,
      revokeUrl: `${server.url}/revoke`,
      clientId: credentials.clientId,
      persistSession,
    }),
    received: server.received,
    grants: [],
    instead: undefined,
    isOpaque: false,
    losesResponse: () => false,
    revokedFamilies: [],
    revokeAll: () => live.clear(),
  }
  return controls
}

function makeJwt(username: string, number: number): string {
  // Users may sign in by an email address, too.
  const [preferred = ''] = username.split('@')
  const claims = { sub: username, preferred_username: preferred, jti: number, roles: ['operator'] }
  return [{ alg: 'none' }, { ...claims, name: `Dr. ${username}` }, 'sig']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
}
