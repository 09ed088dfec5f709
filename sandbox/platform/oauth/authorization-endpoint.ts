import { type Context, Hono } from 'hono'
import type { AuthorizationCodes } from './authorization-codes'
import { authorizationPageHeaders, refusalPage, signInPage } from './authorization-page'
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request'
import { OAuthError } from './oauth-error'
import { addressOf, readForm } from './oauth-form'
import { checkPassword } from './password-check'
import type { SignInLimit } from './sign-in-limit'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/** Creates the authorization endpoint (RFC 6749 section 3.1): the page that signs a user in, and sends the code. */
export function authorizationRoutes(
  platform: PlatformContext,
  limit: SignInLimit,
  codes: AuthorizationCodes,
): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const fields = new Map(Object.entries(c.req.query()))
    const { redirectUri } = await readAuthorizationRequest(platform, fields)
    return c.html(signInPage(fields), 200, authorizationPageHeaders(redirectUri))
  })
  app.post('/', async (c) => {
    const form = await readForm(c)
    const request = await readAuthorizationRequest(platform, form)
    const { clientId, redirectUri } = request
    const username = form.get('username') ?? ''
    try {
      const password = form.get('password') ?? ''
      const attempt = { clientId, username, password, address: addressOf(c) }
      const user = await checkPassword(platform, limit, attempt)
      return c.redirect(answer(request, codes.issue(request, user, platform.now().getTime())), 303)
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      const shown = signInPage(form, { problem: error.message, username })
      const headers = { ...authorizationPageHeaders(redirectUri), ...error.headers }
      return c.html(shown, error.status, headers)
    }
  })
  app.onError((error, c) => refuse(error, c))
  return app
}

function answer({ redirectUri, state }: AuthorizationRequest, code: string): string {
  const url = new URL(redirectUri)
  url.searchParams.set('code', code)
  if (state !== '') url.searchParams.set('state', state)
  return url.href
}

function refuse(error: Error, c: Context): Response | Promise<Response> {
  if (!(error instanceof OAuthError)) throw error
  return c.html(refusalPage(error.message), error.status, authorizationPageHeaders())
}
