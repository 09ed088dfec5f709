/** For tests only: a real HTTP server that counts its requests and misbehaves as instructed. */
import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http'
import { type Server, type Socket, createServer as createRawServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ClientSettings, configureClient } from './client'

/** A request as it reached the server, including its body. */
export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** Responds to the request; `nth` counts from 1. */
export type Respond = (response: ServerResponse, request: Received, nth: number) => void

/** A running server and the requests it has received. */
interface TestServer {
  url: string
  received: Received[]
}

/** Starts a server on a free port; it stops with the test. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const received: Received[] = []
  const server = createServer((incoming, response) => {
    const { method = '', url = '', headers } = incoming
    const chunks: Buffer[] = []
    incoming.on('error', () => {})
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() }
      respond(response, request, received.push(request))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: addressOf(server), received }
}

/** Starts a raw TCP server, for connections dropped before a request is read. */
export async function startRawServer(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
  })
  return addressOf(server)
}

/** Responds with JSON, or with text as it is. */
export function respondWith(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Points the client at a server, with the token `first` and, after a rejection, `second`. */
export function pointClientAt(apiBaseUrl: string, settings: Partial<ClientSettings> = {}): void {
  configureClient({
    apiBaseUrl,
    idempotencyHeader: 'Idempotency-Key',
    accessToken: () => Promise.resolve('first'),
    renewToken: () => Promise.resolve('second'),
    ...settings,
  })
}

/** Returns the rejection reason of a promise; fails if it resolves. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    () => ({ isDone: true, error: undefined }),
    (error: unknown) => ({ isDone: false, error }),
  )
  if (outcome.isDone) throw new Error('a failure was expected')
  return outcome.error
}

function addressOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}
