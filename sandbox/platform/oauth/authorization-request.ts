import { OAuthError } from './oauth-error'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/** A request to sign a user in for a client (RFC 6749 section 4.1.1), with PKCE (RFC 7636). */
export interface AuthorizationRequest {
  clientId: string
  redirectUri: string
  state: string
  codeChallenge: string
}

/** Fields of a request, which the page keeps while the user signs in. */
export const requestFields = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const

/**
 * Reads a request that arrived under the name `host`. Only what names a known client and an address of this platform may
 * be answered with a redirect, so that no user is sent elsewhere with a code or an error.
 * @throws OAuthError invalid_request, invalid_client or unsupported_response_type: to be shown, not sent
 */
export async function readAuthorizationRequest(
  { database, hosts }: Pick<PlatformContext, 'database' | 'hosts'>,
  fields: ReadonlyMap<string, string>,
  host: string,
): Promise<AuthorizationRequest> {
  const field = (name: (typeof requestFields)[number]) => fields.get(name) ?? ''
  const [clientId, redirectUri] = [field('client_id'), field('redirect_uri')]
  const codeChallenge = field('code_challenge')
  const client = await database
    .selectFrom('clients')
    .where('id', '=', clientId)
    .select('secretHash')
    .executeTakeFirst()
  if (client?.secretHash !== null) {
    throw new OAuthError('invalid_client', 'The client is unknown, or does not use redirects.')
  }
  if (!isOwnAddress(redirectUri, hosts, host)) {
    throw new OAuthError(
      'invalid_request',
      'redirect_uri is not a sign-in page of this platform. If it is the dashboard, start the platform with --allow-host.',
    )
  }
  if (field('response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', 'Use the response type code.')
  }
  if (field('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(codeChallenge)) {
    throw new OAuthError('invalid_request', 'A code_challenge by the method S256 is required.')
  }
  return { clientId, redirectUri, state: field('state'), codeChallenge }
}

/** The dashboard's sign-in page, on any port: development servers use their own (RFC 8252 section 7.3). */
function isOwnAddress(redirectUri: string, hosts: PlatformContext['hosts'], host: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const { origin, pathname, hash, username } = new URL(redirectUri)
  const isTarget = hosts.isRedirectTarget(origin, host)
  return isTarget && pathname.endsWith('/sign-in') && hash === '' && !username
}
