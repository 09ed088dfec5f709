/** The only place that sends API requests; `errors.ts` decides how failures are interpreted. */
import { NotSentError, TransportError } from './errors'
import { type ApiResponse, readResponse, textOf, toApiError } from './responses'
import { recordCall } from './transcript'
import { deviceNow, noteServerDate } from '@/lib/server-clock'
import { uniqueKey } from '@/lib/unique-key'

/**
 * Classes of requests by how they may be repeated:
 * - `read`: repeatable; retried by the query client.
 * - `secret`: a read that reveals a secret; never repeated.
 * - `write`: its final state can be read; resent only after a 401, which proves that it was not executed.
 * - `physical`: makes a plant act or creates a secret; never resent, not even after a 401.
 */
export type RequestClass = 'read' | 'secret' | 'write' | 'physical'

/** One call of an operation, with the schema that its response is parsed with. */
export interface ApiCall<T> extends ApiResponse<T> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  query?: Record<string, string | number | undefined>
  body?: string
  requestClass: RequestClass
  signal?: AbortSignal
  /** Nothing is sent after this time (Unix ms, device's clock): renewing the session may take longer than a confirmation. */
  notAfterMs?: number
  /** True for a read about the user, not about an organization: sent without `x-org-id`. */
  isOfUser?: boolean
  /** Key of a change, by which the server recognises a copy; by default, a new one. */
  idempotencyKey?: string
}

type ApiRequest = Omit<ApiCall<unknown>, 'schema' | 'textMembers'>

/** Settings from the deployment and the session. */
export interface ClientSettings {
  apiBaseUrl: string
  /** Returns the organization for `x-org-id`; without one, the server decides. */
  organizationId?: () => string | undefined
  /** Header that carries a unique key per confirmed click; null disables it. */
  idempotencyHeader: string | null
  /** Returns a token that has not expired; rejects when none is available. */
  accessToken: () => Promise<string>
  /** Returns another token after the server rejected `refused`. */
  renewToken: (refused: string) => Promise<string>
  /** Timeouts that include reading the body, in milliseconds. */
  limitsMs?: { read: number; write: number }
}

const defaultLimitsMs = { read: 10_000, write: 30_000 }
const offlineCheckMs = 3_000
let settings: ClientSettings | undefined

/** Configures the client; called once, when the runtime config is loaded. */
export function configureClient(given: ClientSettings): void {
  settings = given
}

/** Makes one call. Throws `ApiError`, `ContractError`, `TransportError`, `NotSentError` or the `signal`'s reason. */
export async function request<T>(call: ApiCall<T>): Promise<T> {
  return readResponse(call, await requestBody(call))
}

/** Makes one call and returns the body of its response, for `readResponse` in another thread. Throws like `request`. */
export async function requestBody(call: ApiRequest): Promise<ArrayBuffer> {
  if (!settings) throw new NotSentError('invalid', 'client settings')
  const isRead = call.requestClass === 'read'
  const { idempotencyHeader, accessToken, renewToken } = settings
  // Before anything is awaited: the user may switch to another organization meanwhile.
  const organizationId = call.isOfUser ? undefined : settings.organizationId?.()
  const mayBeOffline = !isRead && isFlaggedOffline()
  const token = await accessToken().catch((error: unknown) => {
    if (isRead || error instanceof NotSentError) throw error
    if (mayBeOffline) throw offline()
    throw new NotSentError('signed-out')
  })
  const headers = new Headers({ accept: 'application/json' })
  if (organizationId) headers.set('x-org-id', organizationId)
  if (mayBeOffline) await expectResponse(settings, new Headers(headers), token, call.signal)
  if (call.body !== undefined) headers.set('content-type', 'application/json; charset=utf-8')
  if (idempotencyHeader && call.method !== 'GET') {
    headers.set(idempotencyHeader, call.idempotencyKey ?? uniqueKey())
  }

  if (deviceNow() > (call.notAfterMs ?? Infinity)) throw new NotSentError('late')
  let response = await send(call, settings, headers, token)
  if (response.status === 401) {
    const refusal = response
    const fresh = await renewToken(token).catch((error: unknown) => {
      if (isRead) throw error
      return undefined
    })
    const isResent = isRead || call.requestClass === 'write'
    response = fresh && isResent ? await send(call, settings, headers, fresh) : refusal
  }
  if (!response.ok) throw toApiError(call.operation, response, textOf(response))
  return response.body
}

interface WholeInit extends RequestInit {
  limitMs: number
  /** Responses of the API set the application's clock. */
  tellsTime?: boolean
}

/** A response with its whole body as bytes: a page of plants is decoded in another thread. */
interface WholeResponse extends Pick<Response, 'status' | 'statusText' | 'ok' | 'headers'> {
  body: ArrayBuffer
}

/** Calls `fetch` with a timeout that includes the body, which is read in full before the response is returned. */
export async function fetchWhole(
  operation: string,
  url: string | URL,
  init: WholeInit,
): Promise<Response> {
  const { body, status, statusText, headers } = await fetchBytes(operation, url, init)
  try {
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
  } catch (error) {
    // A status that no application can create, such as 999.
    throw new TransportError(operation, 'network', error)
  }
}

/** Like `fetchWhole`, for large bodies: a `Response` would copy them twice. */
async function fetchBytes(
  operation: string,
  url: string | URL,
  { limitMs, signal, tellsTime = false, ...init }: WholeInit,
): Promise<WholeResponse> {
  const limit = AbortSignal.timeout(limitMs)
  try {
    const sentMs = deviceNow()
    const response = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    if (tellsTime) noteClock(response.headers, sentMs)
    const { status, statusText, ok, headers } = response
    return { status, statusText, ok, headers, body: await response.arrayBuffer() }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new TransportError(operation, limit.aborted ? 'timeout' : 'network', error)
  }
}

/** Ignores proxy pages and cached responses (RFC 9111, 5.1), whose `Date` is not the server's current time. */
function noteClock(headers: Headers, sentMs: number): void {
  if (!headers.get('content-type')?.includes('json') || headers.has('age')) return
  noteServerDate(headers.get('date'), sentMs, deviceNow())
}

/** Node has no `navigator.onLine`; treat it as online. */
function isFlaggedOffline(): boolean {
  return 'navigator' in globalThis && !(navigator.onLine ?? true)
}

/** Sends one read when the browser claims to be offline, which can be wrong. Throws `NotSentError` without a response. */
async function expectResponse(
  deployment: ClientSettings,
  headers: Headers,
  token: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const check: ApiRequest = {
    operation: 'offline check',
    method: 'GET',
    path: '/plants',
    query: { limit: 1 },
    requestClass: 'read',
    ...(signal ? { signal } : {}),
  }
  const limitsMs = { read: offlineCheckMs, write: offlineCheckMs }
  await send(check, { ...deployment, limitsMs }, headers, token).catch((error: unknown) => {
    throw error instanceof TransportError ? offline() : error
  })
}

function offline(): NotSentError {
  return new NotSentError('offline')
}

async function send(
  { operation, method, path, query, body, requestClass, signal }: ApiRequest,
  { apiBaseUrl, limitsMs = defaultLimitsMs }: ClientSettings,
  headers: Headers,
  token: string,
): Promise<WholeResponse> {
  headers.set('authorization', `Bearer ${token}`)
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value))
  }
  const suffix = search.size > 0 ? `?${search}` : ''
  const url = `${apiBaseUrl}${path}${suffix}`
  const noteEnd = recordCall(operation, method, url, headers, body)
  const response = await fetchBytes(operation, url, {
    method,
    headers,
    body: body ?? null,
    limitMs: requestClass === 'read' ? limitsMs.read : limitsMs.write,
    tellsTime: true,
    // A redirected POST would become a GET, or send the token to another host.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    noteEnd({ problem: error instanceof TransportError ? error.kind : 'cancelled' })
    throw error
  })
  const { status, ok } = response
  const code = ok ? undefined : toApiError(operation, response, textOf(response)).code
  noteEnd({ status, code, requestId: response.headers.get('x-request-id') ?? undefined })
  return response
}
