/**
 * The only `fetch` of the API. What may be retried, and by whom, follows from the request class;
 * how a failure is to be read, from `errors.ts`.
 */
import * as z from 'zod/mini'
import { ApiError, ContractError, NotSentError, TransportError } from './errors'
import { apiErrorBodySchema, tolerant } from './fields'
import { liftMembers, parseJson } from '@/lib/json-text'
import { deviceNow, noteServerDate, serverNow } from '@/lib/server-clock'

/**
 * - `read`: repeatable; retried by the query client.
 * - `secret`: a read that shows a secret; never repeated.
 * - `write`: has a readable end state; resent only after a 401, which says that it was not executed.
 * - `physical`: moves a plant or makes a secret; never resent, not even after a 401.
 */
export type RequestClass = 'read' | 'secret' | 'write' | 'physical'

/** One call of the API. */
export interface ApiCall<T> {
  /** The contract's operationId; names the call in messages. */
  operation: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `apiBaseUrl`, with a leading slash. */
  path: string
  query?: Record<string, string | number | undefined>
  /** JSON text. */
  body?: string
  requestClass: RequestClass
  schema: z.ZodMiniType<T, unknown>
  /** Members to be kept as their source text, as paths of `lib/json-text`. */
  textMembers?: readonly string[]
  signal?: AbortSignal
}

type Sent = Omit<ApiCall<unknown>, 'schema' | 'textMembers'>

/** What the client needs to know of the deployment and of who is signed in. */
export interface ClientSettings {
  apiBaseUrl: string
  /** Sent as `x-org-id`. */
  organizationId?: string | undefined
  /** Header that carries one key per confirmed click; null switches it off. */
  idempotencyHeader: string | null
  /** A token that has not expired; rejects when there is none to be had. */
  accessToken: () => Promise<string>
  /** Another token after the server refused `refused`. */
  renewToken: (refused: string) => Promise<string>
  /** Limits that cover the body, milliseconds. */
  limitsMs?: { read: number; write: number }
}

const readableErrorSchema = tolerant(apiErrorBodySchema, { message: '' })
const defaultLimitsMs = { read: 10_000, write: 30_000 }
const longestRetryAfterMs = 60_000
const offlineCheckMs = 3_000
let settings: ClientSettings | undefined

/** Says how calls are to be made; done once, when the runtime config is known. */
export function configureClient(given: ClientSettings): void {
  settings = given
}

/**
 * Makes one call and reads its answer. Throws `ApiError`, `ContractError`, `TransportError`,
 * `NotSentError`, or the abort reason of `signal`.
 */
export async function request<T>(call: ApiCall<T>): Promise<T> {
  if (!settings) throw new NotSentError('invalid', 'The client has not been configured.')
  const isRead = call.requestClass === 'read'
  const { idempotencyHeader, accessToken, renewToken } = settings
  const mayBeOffline = !isRead && isFlaggedOffline()
  const token = await accessToken().catch((error: unknown) => {
    if (isRead || error instanceof NotSentError) throw error
    if (mayBeOffline) throw offline()
    throw new NotSentError('signed-out', 'The sign-in could not be renewed. Nothing was sent.')
  })
  const headers = new Headers({ accept: 'application/json' })
  if (settings.organizationId) headers.set('x-org-id', settings.organizationId)
  if (mayBeOffline) await expectAnswer(settings, new Headers(headers), token, call.signal)
  if (call.body !== undefined) headers.set('content-type', 'application/json; charset=utf-8')
  if (idempotencyHeader && call.method !== 'GET') headers.set(idempotencyHeader, uniqueKey())

  let answer = await send(call, settings, headers, token)
  if (answer.status === 401) {
    const refusal = answer
    const fresh = await renewToken(token).catch((error: unknown) => {
      if (isRead) throw error
      return undefined
    })
    const isResent = isRead || call.requestClass === 'write'
    answer = fresh && isResent ? await send(call, settings, headers, fresh) : refusal
  }
  const text = await answer.text()
  if (!answer.ok) throw toApiError(call.operation, answer, text)
  return readAnswer(call, text)
}

interface WholeInit extends RequestInit {
  limitMs: number
  /** True for answers of the API, whose clock is the product's. */
  tellsTime?: boolean
}

/** `fetch` with a time limit that covers the body, which is read before the answer is given back. */
export async function fetchWhole(
  operation: string,
  url: string | URL,
  { limitMs, signal, tellsTime = false, ...init }: WholeInit,
): Promise<Response> {
  const limit = AbortSignal.timeout(limitMs)
  try {
    const sentMs = deviceNow()
    const response = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    if (tellsTime) noteClock(response.headers, sentMs)
    const body = await response.text()
    const { status, statusText, headers } = response
    return new Response(body === '' ? null : body, { status, statusText, headers })
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new TransportError(operation, limit.aborted ? 'timeout' : 'network', error)
  }
}

/** A proxy's page, and an answer out of a cache (RFC 9111, 5.1), tell nothing of the server's clock. */
function noteClock(headers: Headers, sentMs: number): void {
  if (!headers.get('content-type')?.includes('json') || headers.has('age')) return
  noteServerDate(headers.get('date'), sentMs, deviceNow())
}

/** Node has no `navigator.onLine`; nobody is offline there. */
function isFlaggedOffline(): boolean {
  return 'navigator' in globalThis && !(navigator.onLine ?? true)
}

/**
 * Asks for one plant of the list before a write is sent: the browser's flag alone is wrong on a machine without a
 * network interface whose server is on the machine itself. Any answer counts. Throws `NotSentError` when none comes.
 */
async function expectAnswer(
  deployment: ClientSettings,
  headers: Headers,
  token: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const check: Sent = {
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
  return new NotSentError('offline', 'This browser is offline. Nothing was sent.')
}

function send(
  { operation, method, path, query, body, requestClass, signal }: Sent,
  { apiBaseUrl, limitsMs = defaultLimitsMs }: ClientSettings,
  headers: Headers,
  token: string,
): Promise<Response> {
  headers.set('authorization', `Bearer ${token}`)
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value))
  }
  const suffix = search.size > 0 ? `?${search}` : ''
  return fetchWhole(operation, `${apiBaseUrl}${path}${suffix}`, {
    method,
    headers,
    body: body ?? null,
    limitMs: requestClass === 'read' ? limitsMs.read : limitsMs.write,
    tellsTime: true,
    // A redirected POST would become a GET, or reach another host with the token.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    ...(signal ? { signal } : {}),
  })
}

function toApiError(operation: string, answer: Response, text: string): ApiError {
  const retryAfterMs = readRetryAfter(answer.headers)
  const envelope = z.safeParse(readableErrorSchema, parseJson(text))
  return new ApiError(operation, answer.status, {
    ...(envelope.success ? envelope.data : {}),
    retryAfterMs,
    isReplay: answer.headers.get('idempotency-replayed') === 'true',
  })
}

function readAnswer<T>({ operation, schema, textMembers = [] }: ApiCall<T>, text: string): T {
  const json = parseJson(textMembers.length > 0 ? liftMembers(text, textMembers) : text)
  if (json === undefined) throw new ContractError(operation, 'the answer is not JSON')
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ContractError(operation, `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3) of the answer's own clock, as milliseconds, 60 s at most. */
export function readRetryAfter(headers: Headers): number | undefined {
  const header = headers.get('retry-after')
  if (!header) return undefined
  const nowMs = Date.parse(headers.get('date') ?? '') || serverNow()
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestRetryAfterMs) : undefined
}

/** `crypto.randomUUID` is missing on plain http beyond localhost. */
function uniqueKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(16).padStart(8, '0'),
  ).join('-')
}
