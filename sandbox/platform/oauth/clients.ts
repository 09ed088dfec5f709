import { OAuthError } from './oauth-error'
import { isPassword } from './passwords'
import type { SignInLimit } from './sign-in-limit'
import type { PlatformContext } from '#sandbox/platform/platform-context'

export interface ClientRequest {
  authorization: string | undefined
  form: ReadonlyMap<string, string>
  /** Network address of the sender. */
  address: string
}

/**
 * Authenticates the client of a token request, by HTTP Basic or in the body (RFC 6749 section 2.3.1). A public client
 * has no secret and must not send one.
 * @throws OAuthError invalid_client, or 429 after too many failures at an address
 */
export async function authenticateClient(
  { database, now }: Pick<PlatformContext, 'database' | 'now'>,
  limit: SignInLimit,
  { authorization, form, address }: ClientRequest,
): Promise<string> {
  const basic = readBasic(authorization)
  const clientId = basic?.id ?? form.get('client_id') ?? ''
  const secret = basic?.secret ?? form.get('client_secret') ?? ''
  const client = await database
    .selectFrom('clients')
    .where('id', '=', clientId)
    .select(['id', 'secretHash'])
    .executeTakeFirst()
  if (client?.secretHash === null && secret === '') return client.id
  return limit.attempt({ address }, now().getTime(), async () => {
    const isRight = client?.secretHash !== null && (await isPassword(client?.secretHash, secret))
    if (client && isRight) return client.id
    throw invalidClient('The client ID or the client secret is incorrect.', basic !== null)
  })
}

function invalidClient(description: string, isBasic: boolean): OAuthError {
  const headers: Record<string, string> = isBasic
    ? { 'www-authenticate': 'Basic realm="plantdeck"' }
    : {}
  return new OAuthError('invalid_client', description, 401, headers)
}

/** Reads ID and secret from an HTTP Basic header, both form-urlencoded; returns null without such a header. */
function readBasic(authorization = ''): { id: string; secret: string } | null {
  if (!/^basic\b/i.test(authorization)) return null
  try {
    const [id, ...secret] = atob(authorization.slice('basic'.length)).split(':')
    if (id !== undefined && secret.length > 0) {
      return { id: formDecoded(id), secret: formDecoded(secret.join(':')) }
    }
  } catch {
    // Text that is neither base64 nor form-urlencoded is refused below, like credentials without a colon.
  }
  throw invalidClient(
    "The Authorization header doesn't contain valid HTTP Basic credentials.",
    true,
  )
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}
