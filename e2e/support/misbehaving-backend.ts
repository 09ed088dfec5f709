// A backend of the Plants API that misbehaves as a test tells it to. It is test support and no part of the product's sandbox: it
// is written from the contract alone, so that the dashboard is tried against a second backend, and it does what the
// sandbox must never do. It ignores `Idempotency-Key`, executes a request twice or late, and answers an executed request
// with an error, with HTML, with half a body, or by cutting the connection, after which Chromium sends a POST again by
// itself. It serves the built dashboard too, so that page and API share connections.
import type { Page } from '@playwright/test'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Change, operationOf } from './misbehaving/operations'
import { PlantRecords, Refusal } from './misbehaving/plant-records'
import { sendFile, sessionTokens } from './misbehaving/site'

/** Treatment of one arrival of a request. */
interface Misbehaviour {
  /** Number of executions; 1 by default. */
  executions?: number
  /** Executes this many ms after the answer. */
  executesAfterMs?: number
  /** The answer: an HTTP status with the contract's error body, or another end; by default, as the contract says. */
  answer?: 'documented' | 'cut' | 'html' | 'cut-json' | number
}

const codes: Record<number, string> = {
  400: 'BAD_REQUEST',
  404: 'PLANT_NOT_FOUND',
  409: 'CONFLICT',
  429: 'TOO_MANY_REQUESTS',
}

/** A running backend. */
export class MisbehavingBackend {
  readonly records = new PlantRecords()
  private readonly server = createServer((request, response) => void this.handle(request, response))
  private readonly arrived = new Map<Change, number>()
  private readonly planned = new Map<Change, Misbehaviour[]>()
  private readonly stopping = new AbortController()

  /** Starts a backend on a free port. */
  static async start(): Promise<MisbehavingBackend> {
    const backend = new MisbehavingBackend()
    // Chromium repeats a request only when it was sent on a connection that had been used before.
    backend.server.keepAliveTimeout = 120_000
    await new Promise<void>((resolve) => backend.server.listen(0, '127.0.0.1', resolve))
    return backend
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`
  }

  /** The address of the API, as the dashboard has it. */
  get apiBaseUrl(): string {
    return `${this.url}/api/v1`
  }

  /** Returns an access token, as everyone gets it. */
  async token(): Promise<string> {
    return sessionTokens().access_token
  }

  /** Says what happens to the next arrivals of an operation, one after another; later ones are answered as documented. */
  misbehave(change: Change, ...arrivals: Misbehaviour[]): void {
    this.planned.set(change, arrivals)
  }

  /** Number of requests for an operation that have arrived, the browser's own repeats included. */
  arrivals(change: Change): number {
    return this.arrived.get(change) ?? 0
  }

  /** Opens a path of the dashboard and signs in. */
  async open(page: Page, path: string): Promise<void> {
    await page.goto(`${this.url}${path}`)
    await page.getByLabel('Username').fill('admin')
    await page.getByLabel('Password').fill('secret')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  /** Stops the backend, and with it everything that it would still execute. */
  stop(): void {
    this.stopping.abort()
    this.server.close()
    this.server.closeAllConnections()
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', this.url)
    const text = await textOf(request)
    if (pathname === '/oauth2/v1/token') return answerJson(response, 200, sessionTokens())
    if (pathname === '/oauth2/v1/revoke') return answerJson(response, 200, {})
    if (!pathname.startsWith('/api/v1/')) return sendFile(response, pathname)
    const found = operationOf(request.method ?? '', pathname.slice('/api/v1'.length))
    if (!found) return answerError(response, 404, 'NOT_FOUND', 'No such operation')
    const { change, plantId, run } = found
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    const execute = async () => run(this.records, { plantId, query, body })
    const plan = change === undefined ? {} : this.arrive(change)
    const { executions = 1, executesAfterMs, answer = 'documented' } = plan
    if (executesAfterMs !== undefined) {
      void this.executeLater(execute, executions, executesAfterMs)
      return answerWith(response, answer, {})
    }
    try {
      let result: unknown = {}
      // The first result is answered, so that a second execution makes it outdated.
      for (let at = 0; at < executions; at += 1) {
        const executed = await execute()
        if (at === 0) result = executed
      }
      return answerWith(response, answer, result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return answerError(response, error.status, error.code, error.message)
    }
  }

  private arrive(change: Change): Misbehaviour {
    this.arrived.set(change, this.arrivals(change) + 1)
    return this.planned.get(change)?.shift() ?? {}
  }

  private async executeLater(
    execute: () => Promise<unknown>,
    executions: number,
    afterMs: number,
  ): Promise<void> {
    try {
      await wait(afterMs, undefined, { signal: this.stopping.signal })
      for (let at = 0; at < executions; at += 1) await execute()
    } catch {
      // The test has ended, or the plant doesn't allow it any more.
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function answerWith(
  response: ServerResponse,
  answer: NonNullable<Misbehaviour['answer']>,
  result: unknown,
): void {
  if (typeof answer === 'number') {
    const code = codes[answer] ?? 'INTERNAL_SERVER_ERROR'
    answerError(response, answer, code, `Refused with ${answer}`)
  } else if (answer === 'cut') {
    response.socket?.destroy()
  } else if (answer === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx!</h1>')
  } else if (answer === 'cut-json') {
    const text = JSON.stringify(result)
    const half = text.slice(0, Math.ceil(text.length / 2))
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(half)
  } else {
    answerJson(response, 200, result)
  }
}

function answerError(response: ServerResponse, status: number, code: string, message: string) {
  answerJson(response, status, { statusCode: 400, code, message, error: code })
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(body))
}
