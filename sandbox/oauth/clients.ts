import type { Database } from '#sandbox/database/open-database'
import { OAuthError } from './oauth-error'
import { isPassword } from './passwords'

/**
 * The client that sends a token request, by HTTP Basic or in the body (RFC 6749 section 2.3.1). A public
 * client has no secret and must not send one.
 */
export async function authenticateClient(
  database: Database,
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
): Promise<string> {
  const basic = readBasic(authorization)
  const clientId = basic?.id ?? form.get('client_id') ?? ''
  const secret = basic?.secret ?? form.get('client_secret') ?? ''
  const client = await database
    .selectFrom('clients')
    .where('id', '=', clientId)
    .select(['id', 'secretHash'])
    .executeTakeFirst()
  const isKnown =
    client?.secretHash === null ? secret === '' : await isPassword(client?.secretHash, secret)
  if (client && isKnown) return client.id
  throw new OAuthError(
    'invalid_client',
    'The client ID or the client secret is wrong.',
    401,
    basic ? { 'www-authenticate': 'Basic realm="plantdeck"' } : {},
  )
}

function readBasic(authorization: string | undefined): { id: string; secret: string } | null {
  const encoded = /^basic +([a-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(atob(encoded)) ?? []
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) }
  } catch {
    return { id, secret }
  }
}
