import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiProblem } from './api-problem'
import { authenticate, organizationOf, requireRole } from './authenticate'
import { findPlant } from './find-plant'
import {
  keyedRequest,
  replaceStoredBody,
  shownOnceResponse,
  storeResponse,
  storedResponse,
} from './idempotency'
import { type JsonBody, jsonResponse, textOf } from './json-response'
import type { AfterCommit, Operation } from './operation'
import { problemResponse } from './problem-response'
import type { RateLimit } from './rate-limit'
import { isUuid } from './uuid'
import { addAuditEntry } from '#sandbox/platform/audit/audit-log'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import type { AuditChange } from '@/api/account-schemas'

/** Size limit for request bodies; larger ones are refused with 413. */
const maxBodyBytes = 64 * 1024

/** Creates the routes below `/api/v1` from the table of operations. */
export function apiRoutes(
  platform: PlatformContext,
  operations: readonly Operation[],
  limit: RateLimit,
): Hono {
  const app = new Hono()
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new ApiProblem('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBodyBytes} bytes`)
      },
    }),
  )
  for (const [path, ofPath] of byPath(operations)) {
    for (const operation of ofPath) {
      const method = operation.method.toUpperCase()
      app.on(method, path, (c) => runOperation(platform, operation, limit, c))
    }
    const methods = ofPath.map(({ method }) => method.toUpperCase())
    app.all(path, () => {
      throw new ApiProblem('METHOD_NOT_ALLOWED', `Use ${methods.join(' or ')} for this path`, {
        headers: { allow: methods.join(', ') },
      })
    })
  }
  app.all('*', () => {
    throw new ApiProblem('NOT_FOUND', 'No such path in the API')
  })
  app.onError(problemResponse)
  return app
}

/** Checks in the documented order: 401, 403, 400 for the ID, an earlier response, 404, body, state. */
async function runOperation(
  platform: PlatformContext,
  operation: Operation,
  limit: RateLimit,
  c: Context,
): Promise<Response> {
  const now = platform.now()
  const caller = await authenticate(platform, c.req.header('authorization'))
  const waitSeconds = limit.take(caller.userId, now.getTime())
  if (waitSeconds > 0) {
    throw new ApiProblem('TOO_MANY_REQUESTS', `Too many requests. Wait ${waitSeconds} s.`, {
      headers: { 'retry-after': String(waitSeconds) },
    })
  }
  if (caller.apiClientId !== null) platform.credentialUse.note(caller.apiClientId, now)
  requireRole(caller, operation.roles)
  const organizationId = await organizationOf(platform, caller, c.req.header('x-org-id'))
  const plantId = readId(operation, c.req.param('id'), 'plant')
  const userId = readId(operation, c.req.param('userId'), 'user')
  const text = operation.body ? await readBody(c) : ''
  const keyed =
    operation.method === 'get'
      ? null
      : keyedRequest(
          caller.userId,
          c.req.header('idempotency-key'),
          platform.vault.fingerprint([c.req.method, c.req.path, organizationId, text].join('\n')),
        )

  const effects: AfterCommit[] = []
  const recorded: { changes?: readonly AuditChange[] } = {}
  const response = await platform.database.transaction().execute(async (tx) => {
    const earlier = keyed && (await storedResponse(tx, keyed, now))
    if (earlier) return { ...earlier, replayed: true }
    const plant = plantId === null ? null : await findPlant(tx, organizationId, plantId)
    const body = await operation.run({
      platform,
      tx,
      caller,
      organizationId,
      now,
      plant,
      userId,
      query: queryOf(c),
      body: text,
      afterCommit: (effect) => effects.push(effect),
      recordChanges: (changes) => {
        recorded.changes = changes
      },
    })
    if (operation.method !== 'get' || operation.isAudited) {
      const { id: action } = operation
      const subjectId = plantId ?? userId ?? idIn(textOf(body))
      await addAuditEntry(tx, { ...caller, organizationId, action, subjectId, ...recorded }, now)
    }
    const { status } = operation.response
    if (keyed) {
      const stored = operation.isShownOnce ? shownOnceResponse() : { status, body: textOf(body) }
      await storeResponse(tx, keyed, stored, now)
    }
    return { status, body, replayed: false }
  })
  let body: JsonBody = response.body
  for (const effect of effects) {
    const replacement = await effect()
    if (typeof replacement === 'string') body = replacement
  }
  if (keyed && body !== response.body) {
    await replaceStoredBody(platform.database, keyed, textOf(body))
  }
  const headers = headersFor(operation, response.replayed)
  return jsonResponse(response.status, body, c.req.header('accept-encoding'), headers)
}

function headersFor({ response: { fileName } }: Operation, replayed: boolean) {
  return {
    ...(replayed && { 'idempotency-replayed': 'true' }),
    ...(fileName !== undefined && { 'content-disposition': `attachment; filename="${fileName}"` }),
  }
}

function readId(
  operation: Operation,
  id: string | undefined,
  noun: 'plant' | 'user',
): string | null {
  if (id === undefined) return null
  if (isUuid(id)) return id.toLowerCase()
  throw new ApiProblem(operation.badRequest ?? 'INVALID_UUID', `Invalid ${noun} UUID`, {
    details: ['id: Must be a UUID'],
  })
}

/** Returns the ID of what an operation created. */
function idIn(body: string): string | null {
  const created: unknown = JSON.parse(body)
  return typeof created === 'object' && created !== null && 'id' in created
    ? String(created.id)
    : null
}

async function readBody(c: Context): Promise<string> {
  const type = c.req.header('content-type')
  if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiProblem('UNSUPPORTED_MEDIA_TYPE', 'Send application/json')
  }
  return c.req.text()
}

/** Builds the query; a repeated name stays a list, which every schema rejects. */
function queryOf(c: Context): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  )
}

/** Groups operations by path in the table's order, so that a fixed path takes precedence over `:id`. */
function byPath(operations: readonly Operation[]): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>()
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    paths.set(path, [...(paths.get(path) ?? []), operation])
  }
  return paths
}
