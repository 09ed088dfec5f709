/** Sign-in by redirect: authorization code with PKCE (RFC 6749, 4.1; RFC 7636). Its code is loaded when it is used. */
import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { type Tokens, authorizationServer, readTokens } from './oauth'
import type { RuntimeConfig } from '@/api/config'
import { ApiError, ContractError } from '@/api/errors'
import { basePath, ownName } from '@/lib/base-path'
import { forgetText, keepText, readText } from '@/lib/browser-storage'
import { parseJson } from '@/lib/json-text'
import { decodeClaims } from '@/lib/jwt'

type Deployment = Pick<RuntimeConfig, 'tokenUrl' | 'clientId' | 'authorizeUrl' | 'scope'>

const attemptKey = ownName('plantdeck.sign-in')
const attemptSchema = z.object({
  state: z.string(),
  codeVerifier: z.string(),
  /** The address where the user was, of this application. */
  returnTo: z.optional(z.string()),
})

/** Code of the error for a response that this tab didn't ask for, or asked for with another page. */
export const notAskedFor = 'not_asked_for'

/** Returns true for the address of a page that the authorization server has redirected to. */
export function isCallback(search: string): boolean {
  const parameters = new URLSearchParams(search)
  return parameters.has('state') && (parameters.has('code') || parameters.has('error'))
}

/**
 * Remembers a new attempt for this tab, and returns the address at which the user signs in. Throws `ApiError` when the
 * browser keeps nothing, because the response could then not be recognised.
 */
export async function beginSignIn(
  { authorizeUrl = '', clientId, scope }: Deployment,
  returnTo: string | undefined,
): Promise<string> {
  const codeVerifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const attempt = JSON.stringify({ state, codeVerifier, returnTo })
  if (!keepText('sessionStorage', attemptKey, attempt)) {
    throw new ApiError('signIn', 400, { code: 'nothing_kept' })
  }
  const url = new URL(authorizeUrl)
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri(),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(scope && { scope }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** Returns the address where the user was when this tab's attempt began. */
export function returnAddress(): string | undefined {
  return readAttempt().data?.returnTo
}

function readAttempt() {
  return z.safeParse(attemptSchema, parseJson(readText('sessionStorage', attemptKey) ?? ''))
}

/** Result of a sign-in by redirect. */
interface SignedIn {
  username: string
  tokens: Tokens
}

/**
 * Exchanges the code in a redirect's address for tokens; each attempt is answered once. Throws `ApiError` with the
 * authorization server's error as `code`, `notAskedFor`, or the errors of the token endpoint.
 */
export async function finishSignIn(deployment: Deployment, search: string): Promise<SignedIn> {
  const kept = readAttempt()
  forgetText('sessionStorage', attemptKey)
  const parameters = new URLSearchParams(search)
  if (!kept.success || parameters.get('state') !== kept.data.state) {
    throw new ApiError('signIn', 400, { code: notAskedFor })
  }
  const { state, codeVerifier } = kept.data
  const server = authorizationServer(deployment)
  const client = { client_id: deployment.clientId }
  // `authorizationServer` makes up the issuer, and with one authorization server there is nothing to mix up.
  parameters.delete('iss')
  const error = parameters.get('error')
  if (error !== null) {
    const message = parameters.get('error_description') ?? ''
    throw new ApiError('signIn', 400, { code: error, message })
  }
  const valid = oauth.validateAuthResponse(server, client, parameters, state)
  const tokens = await readTokens('signIn', client, (options) =>
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      valid,
      redirectUri(),
      codeVerifier,
      options,
    ),
  )(deployment)
  return { username: usernameIn(tokens), tokens }
}

/** The page to return to, which the authorization server must know. */
function redirectUri(): string {
  return new URL(`${basePath}sign-in`, location.href).href
}

/** The user's name, which keeps the users of a browser apart. Tokens from the token endpoint itself need no signature check. */
function usernameIn({ accessToken, idToken = '' }: Tokens): string {
  const [access, id] = [accessToken, idToken].map((token) => decodeClaims(token) ?? {})
  for (const name of ['preferred_username', 'email', 'sub']) {
    for (const claims of [access, id]) {
      const value = claims?.[name]
      if (typeof value === 'string' && value !== '') return value
    }
  }
  throw new ContractError('signIn', 'the tokens don’t say who has signed in')
}
