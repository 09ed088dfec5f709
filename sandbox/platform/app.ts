import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { apiDocument, operations } from './api-document'
import type { PlatformContext } from './platform-context'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { apiRoutes } from '#sandbox/platform/http/api-router'
import { hostGuard } from '#sandbox/platform/http/host-guard'
import { jsonResponse } from '#sandbox/platform/http/json-response'
import { problemResponse } from '#sandbox/platform/http/problem-response'
import { RateLimit, type RateLimitOptions } from '#sandbox/platform/http/rate-limit'
import { SignInLimit, type SignInLimitOptions } from '#sandbox/platform/oauth/sign-in-limit'
import { oauthRoutes } from '#sandbox/platform/oauth/token-endpoint'
import { referenceRoutes } from '#sandbox/platform/page/reference'
import { staticRoutes } from '#sandbox/platform/page/static-server'
import { pkiRoutes } from '#sandbox/platform/pki/pki-routes'

/** Limits that tests can tighten. */
export interface Limits {
  api?: RateLimitOptions
  signIn?: Partial<SignInLimitOptions>
}

interface AppSettings {
  distFolder: string
  basePath: string
  limits?: Limits
  /** Adds routes before all others. */
  extend?: ((app: HttpApp) => void) | undefined
}

export type HttpApp = Hono<{ Bindings: HttpBindings }>

export function httpApp(
  platform: PlatformContext,
  { distFolder, basePath, limits = {}, extend }: AppSettings,
): HttpApp {
  const app: HttpApp = new Hono({ getPath: pathBelow(basePath) })
  app.use(hostGuard(platform.hosts))
  extend?.(app)
  app.route('/oauth2', oauthRoutes(platform, new SignInLimit(limits.signIn)))
  app.route('/api/v1', apiRoutes(platform, operations, new RateLimit(limits.api)))
  app.route('/pki', pkiRoutes(platform.authority, platform.revocationList))
  const document = JSON.stringify(apiDocument())
  app.get('/openapi.json', (c) => jsonResponse(200, document, c.req.header('accept-encoding')))
  app.route('/', referenceRoutes())
  app.get('/healthz', () =>
    platform.storage.checkFull()
      ? jsonResponse(503, '{"status":"disk full"}', undefined)
      : jsonResponse(200, '{"status":"ok"}', undefined),
  )
  app.onError(problemResponse)
  for (const path of ['/api/*', '/oauth2/*']) {
    app.all(path, (c) => notFound(c.req.header('accept-encoding')))
  }
  app.route('/', staticRoutes(distFolder))
  app.notFound((c) => notFound(c.req.header('accept-encoding')))
  return app
}

/**
 * Returns the path for routing, which is the same with and without the base, so that a proxy may strip the base or
 * leave it. This applies to the API, the token endpoint and files.
 */
function pathBelow(basePath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request)
    if (`${path}/` === basePath) return '/'
    return path.startsWith(basePath) ? path.slice(basePath.length - 1) : path
  }
}

function notFound(acceptEncoding: string | undefined): Promise<Response> {
  const problem = new ApiProblem('NOT_FOUND', 'Not found')
  return jsonResponse(problem.status, problem.envelope(), acceptEncoding)
}
