/** The token endpoint: password and refresh grants (RFC 6749, 4.3 and 6) and revocation (RFC 7009). */
import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { fetchWhole } from '@/api/client'
import type { RuntimeConfig } from '@/api/config'
import { ApiError, ContractError } from '@/api/errors'
import { tolerant } from '@/api/fields'
import { readRetryAfter } from '@/api/responses'
import { parseJson } from '@/lib/json-text'

/** The credentials a user enters to sign in. `clientSecret` is empty for a public client. */
export interface Credentials {
  username: string
  password: string
  clientId: string
  clientSecret: string
}

/** The tokens of one grant (RFC 6749, 5.1). */
export interface Tokens {
  accessToken: string
  refreshToken: string | undefined
  /** Seconds; undefined when the server gives no lifetime. */
  expiresInS: number | undefined
  /** With OpenID Connect, who has signed in. */
  idToken?: string | undefined
}

type Deployment = Pick<RuntimeConfig, 'tokenUrl' | 'revokeUrl' | 'clientId'>

const textOrNothing = z.catch(z.optional(z.string()), undefined)
const errorSchema = z.object({ error: textOrNothing, error_description: textOrNothing })
const tokenBodySchema = z.object({
  access_token: z.string(),
  token_type: z.optional(z.unknown()),
  refresh_token: textOrNothing,
  expires_in: z.optional(z.unknown()),
  id_token: textOrNothing,
})
const readableErrorSchema = tolerant(errorSchema)

const defaultLimitMs = 10_000
const revokeLimitMs = 5_000
const maxLifeS = 366 * 24 * 60 * 60

/** Requests tokens with the password grant. Throws `ApiError` with the OAuth error as `code`, or `TransportError`. */
export function requestTokens(
  deployment: Deployment,
  { username, password, clientId, clientSecret }: Credentials,
): Promise<Tokens> {
  const authentication = clientSecret ? oauth.ClientSecretBasic(clientSecret) : oauth.None()
  const client = { client_id: clientId }
  return readTokens('signIn', client, (options, server) =>
    oauth.genericTokenEndpointRequest(
      server,
      client,
      authentication,
      'password',
      { username, password },
      options,
    ),
  )(deployment)
}

/** Refreshes tokens as a public client: the client secret is not kept after sign-in. */
export function refreshTokens(
  deployment: Deployment,
  clientId: string,
  refreshToken: string,
  limitMs = defaultLimitMs,
): Promise<Tokens> {
  const client = { client_id: clientId }
  const ask: AskForTokens = (options, server) =>
    oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options)
  return readTokens('refresh', client, ask, limitMs)(deployment)
}

/**
 * Revokes a token at the server, if the deployment has an endpoint for it. `clientSecret` is empty for a public client.
 * Throws `ApiError` when the server refuses.
 */
export async function revokeToken(
  deployment: Deployment,
  clientId: string,
  token: string,
  clientSecret = '',
): Promise<void> {
  if (!deployment.revokeUrl) return
  const response = await oauth.revocationRequest(
    authorizationServer(deployment),
    { client_id: clientId },
    clientSecret ? oauth.ClientSecretBasic(clientSecret) : oauth.None(),
    token,
    requestOptions('signOut', revokeLimitMs, true),
  )
  if (!response.ok) throw await readError('signOut', response)
}

type AskForTokens = (
  options: oauth.TokenEndpointRequestOptions,
  server: oauth.AuthorizationServer,
) => Promise<Response>

/** Returns a function that asks a deployment's token endpoint, and reads the tokens. It throws like `requestTokens`. */
export function readTokens(
  operation: string,
  client: oauth.Client,
  ask: AskForTokens,
  limitMs = defaultLimitMs,
): (deployment: Pick<Deployment, 'tokenUrl'>) => Promise<Tokens> {
  return async (deployment) => {
    const server = authorizationServer(deployment)
    const response = await ask(requestOptions(operation, limitMs), server)
    if (!response.ok) throw await readError(operation, response)
    try {
      const body = z.parse(tokenBodySchema, parseJson(await response.text()))
      const { access_token, token_type, refresh_token: refreshToken, expires_in: life } = body
      const { id_token: idToken } = body
      const { status, headers } = response
      // Only fields needed for a sign-in can fail it, not an unusual extra field or an ID token that was not requested.
      const needed = new Response(JSON.stringify({ access_token, token_type }), { status, headers })
      await oauth.processGenericTokenEndpointResponse(server, client, needed)
      return {
        accessToken: access_token,
        refreshToken: refreshToken === '' ? undefined : refreshToken,
        expiresInS: readLifeS(life),
        ...(idToken !== undefined && { idToken }),
      }
    } catch {
      throw new ContractError(operation, 'the response of the token endpoint is not readable')
    }
  }
}

/** Errors are read here because oauth4webapi drops the code of a 5xx and of a 401 with a challenge (RFC 6749, 5.2). */
async function readError(operation: string, response: Response): Promise<ApiError> {
  const body = z.safeParse(readableErrorSchema, parseJson(await response.text()))
  const { error: code, error_description: message } = body.success ? body.data : {}
  return new ApiError(operation, response.status, {
    ...(code ? { code } : {}),
    ...(message ? { message } : {}),
    retryAfterMs: readRetryAfter(response.headers),
  })
}

/** Reads `expires_in` in seconds (RFC 6749, 5.1), even when quoted; any other value is ignored: the sign-in is valid. */
function readLifeS(life: unknown): number | undefined {
  const seconds = typeof life === 'string' && /^\d+$/.test(life) ? Number(life) : life
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) return undefined
  return seconds > 0 && seconds <= maxLifeS ? seconds : undefined
}

/** Returns what oauth4webapi needs to know of the deployment's authorization server. */
export function authorizationServer({
  tokenUrl,
  revokeUrl,
}: Pick<RuntimeConfig, 'tokenUrl' | 'revokeUrl'>): oauth.AuthorizationServer {
  const absolute = (url: string) => new URL(url, globalThis.location?.href).href
  return {
    issuer: new URL(absolute(tokenUrl)).origin,
    token_endpoint: absolute(tokenUrl),
    ...(revokeUrl ? { revocation_endpoint: absolute(revokeUrl) } : {}),
  }
}

/** `keepalive` lets a request outlive its page: a tab may be closed right after signing out. */
function requestOptions(
  operation: string,
  limit: number,
  keepalive = false,
): oauth.TokenEndpointRequestOptions {
  return {
    // Plain http is the deployment's decision (localhost); the browser blocks mixed content by itself.
    // oxlint-disable-next-line typescript/no-deprecated -- deprecated only to make it stand out
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (url, { body, method, headers, redirect, signal }) =>
      fetchWhole(operation, url, {
        method,
        headers,
        redirect,
        body: body ?? null,
        limitMs: limit,
        keepalive,
        credentials: 'omit',
        cache: 'no-store',
        ...(signal ? { signal } : {}),
      }),
  }
}
