// This is our own code because the library @node-oauth/oauth2-server revokes the old refresh token and saves the new
// one in two calls, so that rotation and reuse detection could not share a transaction.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AuthorizationCodes } from './authorization-codes'
import { authorizationRoutes, refuseOnPage } from './authorization-endpoint'
import { type ClientRequest, authenticateClient } from './clients'
import { OAuthError } from './oauth-error'
import { addressOf, readForm } from './oauth-form'
import { sessionOfRefreshToken } from './refresh-tokens'
import { clientOfSession, endSession } from './sessions'
import type { SignInLimit } from './sign-in-limit'
import { grants } from './token-grants'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import { StorageFullError } from '#sandbox/platform/database/storage'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/** Creates the authorization server's routes: sign-in page, token endpoint (RFC 6749) and revocation (RFC 7009). */
export function oauthRoutes(platform: PlatformContext, limit: SignInLimit): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && !platform.hosts.isOwnOrigin(origin)) throw otherSite()
    await next()
  })
  app.use(
    bodyLimit({
      maxSize: 16 * 1024,
      onError: () => {
        throw new OAuthError('invalid_request', 'The request is too large.', 413)
      },
    }),
  )
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('pragma', 'no-cache')
  })
  const codes = new AuthorizationCodes()
  app.route('/v1/authorize', authorizationRoutes(platform, limit, codes))
  app.post('/v1/token', async (c) => {
    const request = await readRequest(c)
    const { form, address } = request
    const clientId = await authenticateClient(platform, limit, request)
    const grantType = form.get('grant_type')
    if (grantType === undefined) throw new OAuthError('invalid_request', 'grant_type is missing.')
    const grant = grants.get(grantType)
    if (!grant) {
      throw new OAuthError(
        'unsupported_grant_type',
        'Use the grant type password, authorization_code or refresh_token.',
      )
    }
    return c.json(await grant(platform, { clientId, form, address, limit, codes }))
  })
  app.post('/v1/revoke', async (c) => {
    const request = await readRequest(c)
    const clientId = await authenticateClient(platform, limit, request)
    const token = request.form.get('token')
    if (!token) throw new OAuthError('invalid_request', 'token is missing.')
    const sessionId =
      (await sessionOfRefreshToken(platform.database, token)) ??
      (await platform.accessTokens.readSession(token))
    const issuedTo = sessionId && (await clientOfSession(platform.database, sessionId))
    // An unknown token gets the same response as a revoked one (RFC 7009 section 2.2).
    if (!sessionId || !issuedTo) return c.body(null, 200)
    if (issuedTo !== clientId) {
      throw new OAuthError('invalid_grant', 'The token was issued to another client.')
    }
    await endSession(platform.database, sessionId, platform.now())
    return c.body(null, 200)
  })
  app.onError((error, c) => {
    c.header('cache-control', 'no-store')
    if (c.req.path.endsWith('/v1/authorize')) return refuseOnPage(error, c)
    if (!(error instanceof OAuthError)) {
      logFailure(error, c.req)
      return error instanceof StorageFullError
        ? c.json({ error: 'temporarily_unavailable', error_description: error.message }, 503)
        : c.json({ error: 'server_error', error_description: 'Internal server error.' }, 500)
    }
    const body = { error: error.code, error_description: error.message }
    return c.json(body, error.status, error.headers)
  })
  return app
}

/** Refusal of a web page that could lock users out with wrong passwords without reading a single response. */
function otherSite(): OAuthError {
  return new OAuthError(
    'invalid_request',
    'Pages of other sites cannot use this endpoint. If it is the dashboard, start the platform with --allow-host.',
    403,
  )
}

async function readRequest(c: Context): Promise<ClientRequest> {
  return {
    authorization: c.req.header('authorization'),
    form: await readForm(c),
    address: addressOf(c),
  }
}
