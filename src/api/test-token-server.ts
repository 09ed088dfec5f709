/** For tests only: a token endpoint that rotates refresh tokens and ends the family of one used twice. */
import type { ServerResponse } from 'node:http'
import { type RuntimeConfig, runtimeConfigSchema } from './config'
import type { Credentials } from './oauth'
import { type Received, answerWith, startServer } from './test-server'

/** What the server takes. */
export const credentials: Credentials = {
  username: 'ada',
  password: 'p&=+ č%"',
  clientId: 'plant:deck',
  clientSecret: 's:e c&ret%',
}

/** A running token endpoint, and what can be made to go wrong with it. */
export interface TokenServer {
  config: RuntimeConfig
  received: Received[]
  /** Grants asked for so far, in order. */
  grants: (string | null)[]
  /** Answers instead of the server while set. */
  instead: ((response: ServerResponse) => void) | undefined
  isOpaque: boolean
  /** Ends all sessions at the server. */
  revokeAll: () => void
}

/** Starts one; it stops with the test. */
export async function startTokenServer(
  persistSession: RuntimeConfig['persistSession'] = 'none',
): Promise<TokenServer> {
  const live = new Map<string, { username: string; family: string }>()
  const used = new Map<string, string>()
  let issued = 0

  const issue = (response: ServerResponse, username: string, family: string) => {
    issued += 1
    const refreshToken = `refresh-${issued}`
    live.set(refreshToken, { username, family })
    answerWith(response, 200, {
      access_token: controls.isOpaque ? `opaque-${issued}` : makeJwt(username, issued),
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: refreshToken,
    })
  }
  const endFamily = (family: string | undefined) => {
    for (const [token, owner] of live) if (owner.family === family) live.delete(token)
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
    const owner = live.get(refreshToken)
    if (url === '/revoke') {
      endFamily(owner?.family ?? used.get(refreshToken))
      answerWith(response, 200, '')
    } else if (grantType === 'password' && form.get('password') === credentials.password) {
      issue(response, form.get('username') ?? '', `family-${issued}`)
    } else if (grantType === 'refresh_token' && owner) {
      live.delete(refreshToken)
      used.set(refreshToken, owner.family)
      issue(response, owner.username, owner.family)
    } else {
      endFamily(used.get(refreshToken))
      answerWith(response, 400, { error: 'invalid_grant', error_description: 'not valid' })
    }
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
    revokeAll: () => live.clear(),
  }
  return controls
}

function makeJwt(username: string, number: number): string {
  const claims = { sub: username, preferred_username: username, jti: number, roles: ['operator'] }
  return [{ alg: 'none' }, { ...claims, name: `Dr. ${username}` }, 'sig']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
}
