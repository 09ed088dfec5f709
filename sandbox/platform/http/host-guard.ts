import type { MiddlewareHandler } from 'hono'
import { ApiProblem } from './api-problem'
import { jsonResponse } from './json-response'
import { canonicalHost } from '#sandbox/platform/hosts/host-names'
import type { OwnHosts } from '#sandbox/platform/hosts/own-hosts'

/** Refuses requests under another name with 421, before anything else sees them. */
export function hostGuard(hosts: OwnHosts): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (hosts.isOwn(host)) return next()
    const name = canonicalHost(host) ?? 'this name'
    const message = `The platform doesn't respond under ${name}. If that is its name, start it with --allow-host.`
    const problem = new ApiProblem('MISDIRECTED_REQUEST', message)
    // The token endpoint's clients read the error format of RFC 6749.
    const body = c.req.path.startsWith('/oauth2/')
      ? JSON.stringify({ error: 'invalid_request', error_description: message })
      : problem.envelope()
    return jsonResponse(problem.status, body, undefined)
  }
}
