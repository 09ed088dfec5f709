import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import { setTimeout as delay } from 'node:timers/promises'
import type { ControlState, Fault, FaultKind, LoggedRequest } from './control-state'
import { organizationOfRequest } from './organization-of-request'
import type { PlatformContext } from '#sandbox/platform/platform-context'

type ControlledContext = Context<{ Bindings: HttpBindings }>

export function faultsAndLog(
  platform: PlatformContext,
  state: ControlState,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const organizationId = await organizationOfRequest(platform, c.req)
    if (organizationId === null) return next()
    if (state.hidesDate(organizationId)) c.env.outgoing.sendDate = false
    const fault = state.takeFault(organizationId, c.req.method, c.req.path)
    const logged: LoggedRequest = {
      at: new Date().toISOString(),
      method: c.req.method,
      path: c.req.path + new URL(c.req.url).search,
      status: null,
      idempotencyKey: c.req.header('idempotency-key') ?? null,
      fault: fault?.kind ?? null,
    }
    state.log(organizationId, logged)
    if (!fault) {
      await next()
      logged.status = c.res.status
      return
    }
    const response = await applyFault(fault, c, next)
    // The first half of a cut response was sent, including its status.
    if (fault.kind === 'cut-body') logged.status = c.res.status
    else if (response !== RESPONSE_ALREADY_SENT) logged.status = response?.status ?? c.res.status
    replaceResponse(c, response)
  }
}

const withoutEffect: ReadonlySet<FaultKind> = new Set([
  'drop-before',
  'error-before',
  'html',
  'response',
])

/** Applies a fault; returns its own response, or null if the request ends normally. */
async function applyFault(
  fault: Fault,
  c: ControlledContext,
  next: () => Promise<void>,
): Promise<Response | null> {
  const { signal } = fault.cleared
  await delay(fault.delayMs, undefined, { signal }).catch(() => undefined)
  if (!withoutEffect.has(fault.kind)) await next()
  switch (fault.kind) {
    case 'delay':
      return null
    case 'drop-before':
    case 'drop-after':
      c.env.incoming.socket.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    case 'error-before':
    case 'error-after':
      return errorResponse(fault)
    case 'html':
      return htmlResponse(fault)
    case 'response':
      return givenResponse(fault)
    case 'cut-body':
      return cutBody(c)
  }
}

/** Replaces the response. The previous one is removed first, because Hono would keep its headers. */
function replaceResponse(c: ControlledContext, response: Response | null): void {
  if (!response) return
  c.res = undefined
  c.res = response
}

function htmlResponse({ status }: Fault): Response {
  return new Response('<!doctype html><title>Proxy</title><h1>Sign in to the network</h1>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}

function givenResponse({ body, status, headers = {} }: Fault): Response {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  return typeof body === 'string'
    ? new Response(body, { status, headers: { ...json, ...headers } })
    : Response.json(body ?? null, { status, headers })
}

function errorResponse({ status }: Fault): Response {
  return Response.json(
    {
      code: status === 503 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR',
      message: 'Fault requested by a test',
      error: 'Fault',
      statusCode: status,
      details: [],
    },
    { status },
  )
}

/** Announces the whole body, sends half of it and closes the connection. */
async function cutBody(c: ControlledContext): Promise<Response> {
  const body = Buffer.from(await c.res.clone().arrayBuffer())
  const { outgoing, incoming } = c.env
  outgoing.writeHead(c.res.status, {
    ...Object.fromEntries(c.res.headers),
    'content-length': String(body.length),
  })
  await new Promise<void>((resolve) =>
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve()),
  )
  // An immediate reset would discard the half that was just written.
  await delay(20)
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
