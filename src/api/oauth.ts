/** The token endpoint: password and refresh grants (RFC 6749, 4.3 and 6) and revocation (RFC 7009). */
import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { fetchWhole, readRetryAfter } from './client'
import type { RuntimeConfig } from './config'
import { ApiError, ContractError } from './errors'
import { parseJson } from '@/lib/json-text'

/** What a person types to sign in. `clientSecret` is empty for a public client. */
export interface Credentials {
  username: string
  password: string
  clientId: string
  clientSecret: string
}

/** What the token endpoint gave. */
export interface Tokens {
  accessToken: string
  refreshToken: string | undefined
  /** Seconds; undefined when the server does not say. */
  expiresInS: number | undefined
}

type Deployment = Pick<RuntimeConfig, 'tokenUrl' | 'revokeUrl' | 'clientId'>

const errorSchema = z.object({
  error: z.optional(z.string()),
  error_description: z.optional(z.string()),
})

const limitMs = 10_000
const revokeLimitMs = 5_000

/** Password grant. Throws `ApiError` with the OAuth error as `code`, or `TransportError`. */
export function requestTokens(
  deployment: Deployment,
  { username, password, clientId, clientSecret }: Credentials,
): Promise<Tokens> {
  const authentication = clientSecret ? oauth.ClientSecretBasic(clientSecret) : oauth.None()
  return readTokens('signIn', { client_id: clientId }, (server, client, options) =>
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

/** Refresh grant, as a public client: the client secret is not kept after sign-in. */
export function refreshTokens(
  deployment: Deployment,
  clientId: string,
  refreshToken: string,
): Promise<Tokens> {
  return readTokens('refresh', { client_id: clientId }, (server, client, options) =>
    oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options),
  )(deployment)
}

/** Ends a refresh token at the server, where the deployment names an endpoint for it. */
export async function revokeToken(
  deployment: Deployment,
  clientId: string,
  token: string,
): Promise<void> {
  if (!deployment.revokeUrl) return
  await oauth.revocationRequest(
    authorizationServer(deployment),
    { client_id: clientId },
    oauth.None(),
    token,
    requestOptions('signOut', revokeLimitMs, true),
  )
}

/**
 * Whether the endpoint refused the grant itself (RFC 6749, 5.2: 400 or 401). Another 4xx counts with an OAuth
 * code only: a proxy's page ends no session.
 */
export function isGrantRefused(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.status >= 500) return false
  if (error.status === 429 || error.status === 408) return false
  return error.status === 400 || error.status === 401 || error.code !== undefined
}

function readTokens(
  operation: string,
  client: oauth.Client,
  ask: (
    server: oauth.AuthorizationServer,
    client: oauth.Client,
    options: oauth.TokenEndpointRequestOptions,
  ) => Promise<Response>,
): (deployment: Deployment) => Promise<Tokens> {
  return async (deployment) => {
    const server = authorizationServer(deployment)
    const answer = await ask(server, client, requestOptions(operation, limitMs))
    if (!answer.ok) throw await readError(operation, answer)
    try {
      const tokens = await oauth.processGenericTokenEndpointResponse(
        server,
        client,
        await withoutIdToken(answer),
      )
      return {
        accessToken: tokens.access_token,
        refreshToken: tokens.refresh_token,
        expiresInS: tokens.expires_in,
      }
    } catch {
      throw new ContractError(operation, 'the answer of the token endpoint is not readable')
    }
  }
}

/** Read here, because oauth4webapi keeps no code of a 5xx, nor of a 401 with a challenge (RFC 6749, 5.2). */
async function readError(operation: string, answer: Response): Promise<ApiError> {
  const body = z.safeParse(errorSchema, parseJson(await answer.text()))
  const { error: code, error_description: message } = body.success ? body.data : {}
  return new ApiError(operation, answer.status, {
    ...(code ? { code } : {}),
    ...(message ? { message } : {}),
    retryAfterMs: readRetryAfter(answer.headers),
  })
}

/** Nobody asked for an ID token, and checking one takes the issuer's name, which a deployment need not tell. */
async function withoutIdToken(answer: Response): Promise<Response> {
  const text = await answer.text()
  const body = z.safeParse(z.looseObject({}), parseJson(text))
  const { status, headers } = answer
  if (!body.success) return new Response(text, { status, headers })
  return new Response(JSON.stringify({ ...body.data, id_token: undefined }), { status, headers })
}

function authorizationServer({ tokenUrl, revokeUrl }: Deployment): oauth.AuthorizationServer {
  const absolute = (url: string) => new URL(url, globalThis.location?.href).href
  return {
    issuer: new URL(absolute(tokenUrl)).origin,
    token_endpoint: absolute(tokenUrl),
    ...(revokeUrl ? { revocation_endpoint: absolute(revokeUrl) } : {}),
  }
}

/** `keepalive` lets a request outlive its page: who signs out may close the tab at once. */
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
