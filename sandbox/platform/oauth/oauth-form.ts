import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { OAuthError } from './oauth-error'

/**
 * Reads the form of a request.
 * @throws OAuthError invalid_request for another media type or a repeated field (RFC 6749 section 3.2)
 */
export async function readForm(c: Context): Promise<ReadonlyMap<string, string>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new OAuthError('invalid_request', 'Send application/x-www-form-urlencoded.')
  }
  const form = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    if (form.has(name)) throw new OAuthError('invalid_request', `${name} must not be repeated.`)
    form.set(name, value)
  }
  return form
}

/** Returns the network address of the sender. */
export function addressOf(c: Context): string {
  return getConnInfo(c).remote.address ?? ''
}
