import { serve } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { type Server, createServer } from 'node:http'
import { ClosingResponse } from './closing-response'
import { listeningPort } from '#sandbox/platform/cli/listening-port'
import { PortTakenError } from '#sandbox/platform/cli/port-taken'

/** Time (ms) that busy connections get to finish after the server stops accepting new ones. */
const closingMs = 2_000

interface RunningHttp {
  url: string
  /** Finishes running requests, then closes. */
  stop: () => Promise<void>
}

/**
 * Starts an HTTP server for an app. A connection whose headers are incomplete after `headersMs` is closed.
 * @throws PortTakenError
 */
export async function listenHttp(
  app: Hono<{ Bindings: HttpBindings }>,
  { host, port, headersMs = 10_000 }: { host: string; port: number; headersMs?: number },
): Promise<RunningHttp> {
  const server = await new Promise<Server>((resolve, reject) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `createServer` makes it an HTTP/1 server
    const starting = serve({
      fetch: app.fetch,
      hostname: host,
      port,
      createServer,
      serverOptions: {
        maxHeaderSize: 16 * 1024,
        headersTimeout: headersMs,
        requestTimeout: 30_000,
        // How often Node looks for connections that exceed the two; by default, every 30 s.
        connectionsCheckingInterval: 1_000,
        ServerResponse: ClosingResponse,
      },
    }) as Server
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, '--port') : error)
    starting.once('error', refuse)
    starting.once('listening', () => {
      starting.off('error', refuse)
      resolve(starting)
    })
  })
  server.on('error', (error) => console.error(error))
  return { url: urlOf(server, host), stop: () => close(server) }
}

function urlOf(server: Server, host: string): string {
  const port = listeningPort(server)
  if (host === '127.0.0.1') return `http://localhost:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Browsers keep connections open; those still busy after this time are closed.
    setTimeout(() => server.closeAllConnections(), closingMs).unref()
  })
}
