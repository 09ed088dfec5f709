// Serves one build as a production server would: HTTP/2, TLS, gzip, and the platform on the same origin.
import { readFileSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ServerCertificate } from './certificate.ts'

const platformPaths = /^\/(api|oauth2|docs|openapi\.json|healthz)/
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface ServedFile {
  type: string
  body: Buffer
  /** Transferred size; for compressed files, the size after compression. */
  bytes: number
  isCompressed: boolean
}

interface Arrival {
  path: string
  /** Unix ms. */
  atMs: number
}

export interface BuildServer {
  url: string
  files: ReadonlyMap<string, ServedFile>
  /** What reached the server, oldest first. A measurement empties the list before it starts. */
  requests: Arrival[]
  close: () => void
}

interface Options {
  certificate: ServerCertificate
  folder: string
  port: number
  platformUrl: string
  /** Changes a file before it is served. */
  edit?: (path: string, body: Buffer) => Buffer
  /** Authorization header added to every request to the platform, because the floor has no sign-in. */
  authorization?: () => string
}

export async function serveBuild(options: Options): Promise<BuildServer> {
  const files = readFiles(options)
  const requests: Arrival[] = []
  const server = createSecureServer(options.certificate, (incoming, outgoing) => {
    const path = new URL(incoming.url, 'https://localhost').pathname
    requests.push({ path, atMs: performance.timeOrigin + performance.now() })
    if (platformPaths.test(path)) forward(incoming, outgoing, options)
    else
      sendFile(
        outgoing,
        files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined),
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
  })
  await new Promise<void>((resolve) => {
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `https://localhost:${options.port}`,
    files,
    requests,
    close: () => server.close(),
  }
}

function readFiles({ folder, edit }: Options): Map<string, ServedFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => extname(name) in contentTypes)
      .map((name) => {
        const path = `/${name.split(sep).join('/')}`
        const read = readFileSync(join(folder, name))
        const body = edit?.(path, read) ?? read
        const isCompressed = extname(name) !== '.woff2'
        const sent = isCompressed ? gzipSync(body, { level: 9 }) : body
        const type = contentTypes[extname(name)] ?? ''
        return [path, { type, body: sent, bytes: sent.length, isCompressed }]
      }),
  )
}

function sendFile(outgoing: Http2ServerResponse, file: ServedFile | undefined, caching: string) {
  if (file === undefined) {
    outgoing.writeHead(404).end()
    return
  }
  outgoing.setHeader('content-type', file.type)
  outgoing.setHeader('cache-control', caching)
  if (file.isCompressed) outgoing.setHeader('content-encoding', 'gzip')
  outgoing.end(file.body)
}

function forward(incoming: Http2ServerRequest, outgoing: Http2ServerResponse, options: Options) {
  const target = new URL(incoming.url, options.platformUrl)
  const kept = Object.entries(incoming.headers).filter(
    ([name]) => !name.startsWith(':') && !['origin', 'host', 'connection'].includes(name),
  )
  const headers = {
    ...Object.fromEntries(kept),
    ...(options.authorization === undefined ? {} : { authorization: options.authorization() }),
  }
  const outward = request(target, { method: incoming.method, headers }, (response) => {
    const passed = Object.entries(response.headers).filter(
      ([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name),
    )
    outgoing.writeHead(response.statusCode ?? 502, Object.fromEntries(passed))
    response.pipe(outgoing)
  })
  outward.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(outward)
}
