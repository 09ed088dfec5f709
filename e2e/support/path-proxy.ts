import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Reverse proxy that belongs to one test. */
interface PathProxy {
  /** Address of the path, without a trailing slash. */
  url: string
  stop: () => void
}

/**
 * Starts a reverse proxy that serves a platform below a path and nothing else, as nginx does with
 * `location /plantdeck/`. With `strips`, the proxy removes the path before it forwards a request.
 */
export async function startPathProxy(
  target: URL,
  { base, strips }: { base: string; strips: boolean },
): Promise<PathProxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: asked = '/' } = incoming
    if (!asked.startsWith(base)) {
      outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('Not below the path')
      return
    }
    const path = strips ? asked.slice(base.length - 1) : asked
    const { hostname, port } = target
    const forwarded = request({ hostname, port, path, method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}${base.slice(0, -1)}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
