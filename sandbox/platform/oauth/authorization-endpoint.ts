import { type Context, Hono } from 'hono'
import type { AuthorizationCodes } from './authorization-codes'
import { authorizationPageHeaders, refusalPage, signInPage } from './authorization-page'
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request'
import { OAuthError } from './oauth-error'
import { addressOf, readForm } from './oauth-form'
import { checkPassword } from './password-check'
import type { SignInLimit } from './sign-in-limit'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import { StorageFullError } from '#sandbox/platform/database/storage'
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
    const { redirectUri } = await readAuthorizationRequest(platform, fields, hostOf(c))
    return c.html(signInPage(fields), 200, authorizationPageHeaders(redirectUri))
  })
  app.post('/', async (c) => {
    const form = await readForm(c)
    const request = await readAuthorizationRequest(platform, form, hostOf(c))
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
  return app
}

function hostOf(c: Context): string {
  return c.req.header('host') ?? ''
}

function answer({ redirectUri, state }: AuthorizationRequest, code: string): string {
  const url = new URL(redirectUri)
  url.searchParams.set('code', code)
  if (state !== '') url.searchParams.set('state', state)
  return url.href
}

/** Responds to an error with a page, because a person reads it. */
export function refuseOnPage(error: Error, c: Context): Response | Promise<Response> {
  const show = (text: string, status: OAuthError['status'] | 500 | 503) =>
    c.html(refusalPage(text), status, authorizationPageHeaders())
  if (error instanceof OAuthError) return show(error.message, error.status)
  logFailure(error, c.req)
  return error instanceof StorageFullError
    ? show(error.message, 503)
    : show('Something went wrong. Try again.', 500)
}
